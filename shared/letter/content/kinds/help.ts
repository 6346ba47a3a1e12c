import * as z from 'zod/mini';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Link, Person } from '../variables.ts';
import { writer } from '../writer.ts';

/** To the chosen contact. It names nobody and quotes nothing: mailboxes are shared with assistants. */
export const help = writer(z.object({ person: Person, page: Link }), ({ person, page }, speaker) => {
  const { say, programme } = speaker;
  return {
    subject: say({
      du: `${programme}: Jemand bittet dich um einen Anruf`,
      sie: `${programme}: Jemand bittet Sie um einen Anruf`,
      en: `${programme}: somebody asks you for a call`,
    }),
    preview: say({ de: 'Vertraulich. Wer es ist, steht auf der Seite.', en: 'Confidential. The page says who it is.' }),
    blocks: [
      greeting(speaker, person),
      paragraph(
        say({
          du: 'jemand aus dem Programm wünscht sich einen Anruf, und zwar von dir. Wer es ist, steht auf der Seite hinter diesem Knopf; der Knopf ist nur für dich. Am Schreibtisch von HR ist die Bitte nicht zu sehen.',
          sie: 'jemand aus dem Programm wünscht sich einen Anruf, und zwar von Ihnen. Wer es ist, steht auf der Seite hinter diesem Knopf; der Knopf ist nur für Sie. Am Schreibtisch von HR ist die Bitte nicht zu sehen.',
          en: 'Somebody in the programme would like a call, from you. The page behind this button says who it is, and the button is for you alone. The request does not appear on the desk of HR.',
        }),
      ),
      { kind: 'button', label: say({ de: 'Bitte öffnen', en: 'Open the request' }), href: page },
      paragraph(
        say({
          du: 'Bitte melde dich möglichst innerhalb von zwei Arbeitstagen, leite diese E-Mail nicht weiter und sprich mit niemandem darüber, ohne vorher zu fragen.',
          sie: 'Bitte melden Sie sich möglichst innerhalb von zwei Arbeitstagen, leiten Sie diese E-Mail nicht weiter und sprechen Sie mit niemandem darüber, ohne vorher zu fragen.',
          en: 'Please get in touch within two working days if you can, do not forward this email, and talk to nobody about it without asking first.',
        }),
      ),
      signature(speaker),
    ],
  };
});
