/**
 * How often one link may save in an hour. A mail filter that presses every button of every page behind a link does so some
 * dozens of times, and must not shut out the person who comes after it; nobody comes near it by hand.
 */
export const mostPosts = 100;
/** Everybody of a cohort enrols by the same link: as often as the largest cohort has people. */
export const mostEnrolments = 10_000;
