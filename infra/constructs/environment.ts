import type { StageConfig } from '../config.ts';

/** Every variable that some function may ask for. */
export interface Variables {
  readonly STAGE: string;
  readonly LOG_LEVEL: StageConfig['logs']['level'];
  readonly TABLE: string;
  readonly KEYS_TABLE: string;
  readonly BUS: string;
  readonly BUS_ARN: string;
  readonly SCHEDULE_GROUP: string;
  readonly SCHEDULE_ROLE_ARN: string;
  readonly LETTERS_FUNCTION: string;
  /** Empty, as its queue's ARN is: the stage takes no mail. */
  readonly REPLIES_FUNCTION: string;
  readonly REPLIES_QUEUE_ARN: string;
  /** The alias by which the stage calls its functions; empty where it has none. */
  readonly QUALIFIER: string;
  readonly LETTERS_QUEUE_URL: string;
  readonly PARKED_QUEUE_URL: string;
  readonly WEB_ORIGIN: string;
  readonly FIRST_ADMIN: string;
  /** `yes` where people of the company may sign in with its own accounts; else empty, as are the next two. */
  readonly COMPANY_SIGN_IN: string;
  readonly OIDC_ISSUER: string;
  readonly OIDC_CLIENT_ID: string;
  readonly MAIL_FROM: string;
  readonly MAIL_MODE: string;
  readonly MAIL_RATE_SHARE: string;
  readonly MAIL_BANNER: string;
  /** Whether a cohort may be launched, or what is missing. */
  readonly LAUNCH: 'open' | 'needs-own-domain';
  readonly CONFIGURATION_SET: string;
  /** Empty: the stage takes no mail. */
  readonly INBOUND_DOMAIN: string;
  readonly RAW_MAIL_BUCKET: string;
}

/** The schema that a function's `environment.ts` exports, as far as we look into it. */
interface Asks<Wanted extends string> {
  readonly shape: Readonly<Record<Wanted, unknown>>;
}

/** Gives a function exactly the variables that its schema asks for; one that nobody can give does not compile. */
export const giver =
  (variables: Variables) =>
  <Wanted extends keyof Variables>({ shape }: Asks<Wanted>): Pick<Variables, Wanted> => {
    const wanted = new Set<string>(Object.keys(shape));
    return Object.fromEntries(Object.entries(variables).filter(([name]) => wanted.has(name))) as Pick<
      Variables,
      Wanted
    >;
  };
