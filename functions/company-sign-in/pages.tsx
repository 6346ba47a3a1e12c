import { doorReply } from '../../shared/desk/frame.tsx';
import type { Reply } from '../../shared/web/http.ts';
import type { Visit } from './needs.ts';

const de = {
  welcomeTitle: 'Am Schreibtisch anmelden',
  welcome: (address: string) =>
    `Ihr Firmenkonto bestätigt: ${address}. Noch ein Knopfdruck, dann sind Sie für acht Stunden angemeldet.`,
  open: 'Anmelden',
  again: 'Noch einmal mit dem Firmenkonto',
  byMail: 'Mit einem Link per E-Mail anmelden',
  closed: {
    lost: {
      title: 'Diese Anmeldung gilt nicht mehr',
      text: 'Sie wurde in einem anderen Browser begonnen, ist zu lange her oder schon benutzt.',
      status: 404,
    },
    failed: {
      title: 'Die Anmeldung hat nicht geklappt',
      text: 'Das Firmenkonto hat sie nicht bestätigt, oder sie wurde abgebrochen.',
      status: 403,
    },
    unverified: {
      title: 'Die Adresse ist nicht bestätigt',
      text: 'Ihr Firmenkonto nennt keine bestätigte E-Mail-Adresse. Mit einem Link per E-Mail geht es trotzdem.',
      status: 403,
    },
    unlisted: {
      title: 'Kein Zugang zum Schreibtisch',
      text: 'Ihr Firmenkonto ist bestätigt, aber nicht für den Schreibtisch freigeschaltet. Eine Administratorin oder ein Administrator kann Sie einladen.',
      status: 403,
    },
    down: {
      title: 'Die Firmenanmeldung antwortet nicht',
      text: 'Bitte später noch einmal, oder mit einem Link per E-Mail.',
      status: 503,
    },
  },
};

const en: typeof de = {
  welcomeTitle: 'Sign in to the desk',
  welcome: (address) =>
    `Your company account confirms: ${address}. One more press, and you are signed in for eight hours.`,
  open: 'Sign in',
  again: 'Once more with the company account',
  byMail: 'Sign in by a link in an email',
  closed: {
    lost: {
      title: 'This sign-in is no longer valid',
      text: 'It was begun in another browser, took too long, or has been used already.',
      status: 404,
    },
    failed: {
      title: 'The sign-in did not work',
      text: 'The company account did not confirm it, or it was cancelled.',
      status: 403,
    },
    unverified: {
      title: 'The address is not verified',
      text: 'Your company account names no verified email address. A link in an email works all the same.',
      status: 403,
    },
    unlisted: {
      title: 'No access to the desk',
      text: 'Your company account is confirmed, but it is not on the list of the desk. An admin can invite you.',
      status: 403,
    },
    down: {
      title: 'The company sign-in does not answer',
      text: 'Please try again later, or sign in by a link in an email.',
      status: 503,
    },
  },
};
const texts = { de, en };

/** One button: what it sends says who the company says this is, to us and for a few minutes. */
export function welcomePage(visit: Visit, address: string, token: string): Reply {
  const text = texts[visit.language];
  return doorReply(visit, {
    title: text.welcomeTitle,
    children: (
      <>
        <h1>{text.welcomeTitle}</h1>
        <p>{text.welcome(address)}</p>
        <form method="post" action={visit.request.path}>
          <input type="hidden" name="who" value={token} />
          <button type="submit">{text.open}</button>
        </form>
      </>
    ),
  });
}

export function closedPage(visit: Visit, why: keyof typeof de.closed): Reply {
  const text = texts[visit.language];
  const { title, text: said, status } = text.closed[why];
  return doorReply(visit, {
    title,
    status,
    children: (
      <>
        <h1>{title}</h1>
        <p>{said}</p>
        <p>
          <a class="button" href="/desk/company-sign-in">
            {text.again}
          </a>
        </p>
        <p>
          <a href="/desk">{text.byMail}</a>
        </p>
      </>
    ),
  });
}
