import type { Contact } from '../cohort/cohort.ts';
import type { Speaker } from '../letter/content/voice.ts';

interface ContactsProps {
  readonly say: Speaker['say'];
  readonly cohort: { readonly coordinators: readonly Contact[]; readonly independentContacts: readonly Contact[] };
}

/** At the end of every page, as of every letter: whom to talk to. */
export function Contacts({ say, cohort: { coordinators, independentContacts } }: ContactsProps) {
  return (
    <>
      <p>
        {say({ de: 'Fragen? Die Koordination hilft:', en: 'Questions? The coordinators help:' })}{' '}
        <People people={coordinators} />
      </p>
      <p>
        {say({ de: 'Lieber mit jemand Unabhängigem reden:', en: 'Rather talk to somebody independent:' })}{' '}
        <People people={independentContacts} />
      </p>
    </>
  );
}

function People({ people }: { people: readonly Contact[] }) {
  return (
    <>
      {people.map(({ name, address }, index) => (
        <span key={address}>
          {index === 0 ? '' : ', '}
          <a href={`mailto:${address}`}>{name}</a>
        </span>
      ))}
    </>
  );
}
