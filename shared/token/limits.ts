/**
 * How often one link may save in an hour. Somebody who logs the sessions of half a year in one sitting and changes each
 * twice stays far below; a machine that found a link writes 30 rows and no more.
 */
export const mostPosts = 30;
/** Everybody of a cohort enrols by the same link: as often as the largest cohort has people. */
export const mostEnrolments = 10_000;
