/** Two people, the smaller one in front. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1d5f56"/><g fill="#fffdf9"><circle cx="20" cy="11" r="4.5" opacity=".65"/><path d="M12.5 26c0-5 3.3-8.5 7.5-8.5s7.5 3.5 7.5 8.5z" opacity=".65"/><circle cx="11.5" cy="14.5" r="3.5"/><path d="M5.5 26c0-4 2.6-6.800 6-6.800s6 2.800 6 6.800z"/></g></svg>';
