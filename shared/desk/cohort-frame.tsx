import type { ComponentChildren } from 'preact';
import { may, type Right } from '../member/rights.ts';
import type { Reply } from '../web/http.ts';
import { type CohortVisit, homeOf } from './cohort-visit.ts';
import { deskReply } from './frame.tsx';
import { words } from './words.ts';

const texts = {
  de: {
    tabs: {
      '': 'Überblick',
      people: 'Menschen',
      runs: 'Paarung',
      rules: 'Regeln',
      pairs: 'Paare',
      letters: 'E-Mails',
      submissions: 'Eingänge',
      settings: 'Einstellungen',
      exports: 'Dateien',
      audit: 'Protokoll',
    },
    stopped: 'Alle E-Mails dieses Jahrgangs sind angehalten.',
    of: 'Seiten dieses Jahrgangs',
  },
  en: {
    tabs: {
      '': 'Overview',
      people: 'People',
      runs: 'Pairing',
      rules: 'Rules',
      pairs: 'Pairs',
      letters: 'Letters',
      submissions: 'Submissions',
      settings: 'Settings',
      exports: 'Files',
      audit: 'Audit',
    },
    stopped: 'All letters of this cohort are stopped.',
    of: 'Pages of this cohort',
  },
} as const;
/** Of the pages that not everybody in the cohort may open. */
const tabRights: Readonly<Partial<Record<string, Right>>> = { exports: 'export people', audit: 'see the audit' };

export type Tab = keyof (typeof texts)['en']['tabs'];

interface Body {
  readonly title: string;
  readonly tab?: Tab;
  readonly children: ComponentChildren;
  readonly status?: number;
}

/** A page of one cohort: its name, its state and the way to its other pages stand above. */
export function cohortReply(visit: CohortVisit, { title, tab, children, status }: Body): Reply {
  const { cohort, language } = visit;
  const text = texts[language];
  const home = homeOf(cohort.cohortId);
  const tabs = Object.entries(text.tabs).filter(([path]) => {
    const right = tabRights[path];
    return right === undefined || may(visit.member, right, cohort.cohortId);
  });
  return deskReply(visit, {
    title: `${title} · ${cohort.name}`,
    ...(status ? { status } : {}),
    children: (
      <>
        <div class="cohort-head">
          <p class="cohort-name">{cohort.name}</p>
          <span class="badge">{words[language].cohort[cohort.state]}</span>
        </div>
        <nav class="desk-nav tabs" aria-label={text.of}>
          {tabs.map(([path, name]) => (
            <a key={path} href={path ? `${home}/${path}` : home} aria-current={path === tab ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        {cohort.lettersStopped ? <p class="note care">{text.stopped}</p> : null}
        {children}
      </>
    ),
  });
}
