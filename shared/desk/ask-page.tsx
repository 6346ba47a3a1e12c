import type { Reply } from '../web/http.ts';
import { OwnAddressField } from './form.tsx';
import { doorReply } from './frame.tsx';
import type { Visit } from './visit.ts';

const texts = {
  de: {
    title: 'Anmelden',
    lead: 'Für die Koordination des Programms. Wir schicken einen Link an Ihre E-Mail-Adresse; ein Passwort gibt es nicht.',
    address: 'E-Mail-Adresse',
    send: 'Link schicken',
    badAddress: 'Das sieht nicht wie eine E-Mail-Adresse aus.',
    company: 'Mit dem Firmenkonto anmelden',
    inside: 'Schon angemeldet? Weiter zum Schreibtisch',
  },
  en: {
    title: 'Sign in',
    lead: 'For the people who run the programme. We send a link to your email address; there is no password.',
    address: 'Email address',
    send: 'Send the link',
    badAddress: 'This does not look like an email address.',
    company: 'Sign in with the company account',
    inside: 'Signed in already? On to the desk',
  },
} as const;

/** For whoever is not signed in: asks for the address to which the link goes. */
export function askPage(visit: Visit, { address = '', bad = false } = {}): Reply {
  const text = texts[visit.language];
  return doorReply(visit, {
    title: text.title,
    status: bad ? 422 : 200,
    children: (
      <>
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <form method="post" action="/desk">
          <OwnAddressField
            name="address"
            label={text.address}
            value={address}
            error={bad ? text.badAddress : undefined}
          />
          <button type="submit">{text.send}</button>
        </form>
        {visit.needs.companySignIn ? (
          <p>
            <a class="button plain" href="/desk/company-sign-in">
              {text.company}
            </a>
          </p>
        ) : null}
        {/* A link in a letter arrives without the session's cookie; this link, on our own site, brings it. */}
        <p class="quiet">
          <a href={visit.request.method === 'GET' ? visit.request.path : '/desk'}>{text.inside}</a>
        </p>
      </>
    ),
  });
}
