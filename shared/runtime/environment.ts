import type * as z from 'zod/mini';

/** Reads the environment of the function once, at the edge; a missing variable is named. */
export function readEnvironment<T>(schema: z.ZodMiniType<T>): T {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  throw new Error(
    `environment: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
  );
}
