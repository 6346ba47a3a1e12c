import * as z from 'zod/mini';

/** One line of text from people or settings. Control characters are refused: it may become a subject. */
export const Line = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^\P{Cc}+$/u));

/** A few lines of text from settings. */
export const Lines = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[\P{Cc}\n]+$/u));

/** A page of ours: https, or http on this machine (RFC 6761 keeps every name under `localhost` there). */
export const Link = z
  .string()
  .check(z.maxLength(900), z.regex(/^(https:\/\/|http:\/\/(([a-z0-9-]+\.)*localhost|127\.0\.0\.1)[:/])[!-~]+$/));

/** A mail address as it is shown to a reader. */
export const Address = z.string().check(z.maxLength(254), z.regex(/^[^\s@<>"]+@[^\s@<>"]+$/));

export const Role = z.enum(['junior', 'senior']);
export type Role = z.infer<typeof Role>;

/** How a person is named: by call name among people who say du, by full name among people who say Sie. */
export const Person = z.object({ callName: Line, name: Line });
export type Person = z.infer<typeof Person>;

/** A day on the reader's wall calendar: `2026-12-01`. */
export const LocalDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A minute on the reader's wall clock, in the reader's own time zone: `2026-12-01T10:00`. */
export const LocalDateTime = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/));

export const Count = z.int().check(z.nonnegative());
