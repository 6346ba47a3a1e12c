import type { Language } from '../../../shared/cohort/cohort.ts';

/** Why a letter is where it is: the ledger keeps it in the words on the left. */
const reasons: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  expired: { de: 'nicht mehr aktuell', en: 'out of date by then' },
  'nobody to write to': { de: 'es gibt niemanden zum Anschreiben', en: 'there was nobody to write to' },
  'the cohort is not launched': { de: 'der Jahrgang war nicht gestartet', en: 'the cohort was not launched' },
  bounced: { de: 'E-Mails kommen bei dieser Person nicht an', en: 'mail does not reach this person' },
  complained: { de: 'die Person hat unsere E-Mail als Spam markiert', en: 'this person marked our mail as spam' },
  'no longer takes part': { de: 'nimmt nicht mehr teil', en: 'no longer takes part' },
  'stopped by the reader': { de: 'von der Person abbestellt', en: 'this person stopped such letters' },
  paused: { de: 'die Person hat pausiert', en: 'this person was on a break' },
  'all letters of the cohort are stopped': {
    de: 'wartet: alle E-Mails des Jahrgangs sind angehalten',
    en: 'waits: all letters of the cohort are stopped',
  },
  'its pair has ended': { de: 'die Paarung war schon beendet', en: 'the pair had ended by then' },
  'its pair is not on hold any more': {
    de: 'die Paarung war nicht mehr angehalten',
    en: 'the pair was not on hold any more',
  },
  'its check-in is gone': { de: 'die Fragen gibt es nicht mehr', en: 'its questions are gone' },
  'its check-in is planned': { de: 'die Fragen waren noch nicht dran', en: 'its questions were not due yet' },
  'its check-in is answered': { de: 'die Fragen waren schon beantwortet', en: 'its questions were answered already' },
  'its check-in is lapsed': { de: 'die Frist für die Fragen war vorbei', en: 'the time for its questions was over' },
  'its check-in is cancelled': { de: 'die Fragen wurden zurückgezogen', en: 'its questions were withdrawn' },
  'already answered': { de: 'die Person hatte schon geantwortet', en: 'this person had answered already' },
  'the stage does not write to this address': {
    de: 'diese Umgebung schreibt nicht an diese Adresse',
    en: 'this stage does not write to this address',
  },
  'SES never told the outcome': {
    de: 'der Maildienst hat nie gemeldet, was daraus wurde',
    en: 'the mail service never said what became of it',
  },
  'sent again: SES never told the outcome': {
    de: 'noch einmal verschickt, weil der Maildienst zum ersten Versuch nichts gemeldet hat',
    en: 'sent once more, because the mail service never said what became of the first try',
  },
  'the daily quota of SES is used up': {
    de: 'wartet: die Tagesmenge des Maildienstes ist verbraucht',
    en: 'waits: the mail service’s daily quota is used up',
  },
  'many letters are waiting': {
    de: 'wartet: viele E-Mails sind vorher dran',
    en: 'waits: many letters come before it',
  },
  'over the rate of SES': {
    de: 'wartet: der Maildienst nimmt gerade nicht mehr an',
    en: 'waits: the mail service takes no more just now',
  },
  'SES has paused sending for this account': {
    de: 'wartet: der Maildienst hat unseren Versand angehalten',
    en: 'waits: the mail service has paused our sending',
  },
  'SES is in its sandbox: it sends to verified addresses only': {
    de: 'wartet: der Maildienst ist noch im Testbetrieb und schreibt nur an bestätigte Adressen',
    en: 'waits: the mail service is in its sandbox and writes to verified addresses only',
  },
  'over the mail budget': {
    de: 'wartet: die Person hat in diesen Tagen schon eine E-Mail bekommen',
    en: 'waits: this person has had a letter in these days already',
  },
  'the mail budget had no room before it expired': {
    de: 'die Person hatte in diesen Tagen schon eine E-Mail bekommen, und danach war sie nicht mehr aktuell',
    en: 'this person had had a letter in these days already, and it was out of date after them',
  },
  'waits for others that are due together': {
    de: 'wartet kurz: mehrere E-Mails an diese Person werden eine',
    en: 'waits a moment: several letters to this person become one',
  },
  'another letter to the same reader came first': {
    de: 'wartet: eine andere E-Mail an diese Person war eher dran',
    en: 'waits: another letter to this person came first',
  },
  'merged into another letter': {
    de: 'steht mit in einer anderen E-Mail an diese Person',
    en: 'is part of another letter to this person',
  },
  'all letters of the stage are stopped': {
    de: 'wartet: alle E-Mails der ganzen Umgebung sind angehalten',
    en: 'waits: all letters of the whole stage are stopped',
  },
  'SES does not know our sender as verified': {
    de: 'wartet: der Maildienst kennt unseren Absender noch nicht als bestätigt',
    en: 'waits: the mail service does not know our sender as verified yet',
  },
  'Bounce Permanent': { de: 'die Adresse nimmt keine E-Mails an', en: 'the address takes no mail' },
  Complaint: { de: 'als Spam gemeldet', en: 'reported as spam' },
  Reject: { de: 'vom Maildienst abgelehnt', en: 'rejected by the mail service' },
};

/** In the reader's language; what has no words yet, such as an error of the mail service, is shown as it is. */
export const reasonIn = (why: string, language: Language): string => reasons[why]?.[language] ?? why;
