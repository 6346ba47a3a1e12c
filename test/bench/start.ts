/**
 * One cold start, in a process of its own: loads the bundle, calls its handler once, and says when the process began
 * and when the handler was done, in milliseconds since 1970. Whoever answers the first call notes when it did.
 */
const [, , bundle = '', event = '{}'] = process.argv;

const context = {
  functionName: 'bench',
  awsRequestId: '00000000-0000-4000-8000-000000000000',
  getRemainingTimeInMillis: () => 60_000,
};

let failure = '';
try {
  const { handler } = await import(bundle);
  await handler(JSON.parse(event), context);
} catch (error) {
  failure = String(error);
}
const done = performance.timeOrigin + performance.now();
process.stderr.write(`\n${JSON.stringify({ began: performance.timeOrigin, done, failure })}`, () => process.exit(0));
