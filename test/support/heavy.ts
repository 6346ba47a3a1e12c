/** `npm run test:heavy` plays everything in full; `npm test` plays a small version of it. */
export const heavy = process.env.CRASHES === 'all';
