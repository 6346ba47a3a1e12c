import type { FormField } from '../../shared/submission/form-row.ts';
import type { HrField } from '../../shared/submission/hr-facts-row.ts';

type Field = FormField | HrField;

/** Our fields, as HR reads them. */
export const fieldNames: Readonly<Record<'de' | 'en', Readonly<Record<Field, string>>>> = {
  de: {
    email: 'E-Mail-Adresse',
    name: 'Name',
    role: 'Rolle',
    call_name: 'Rufname',
    topics: 'Themen',
    languages: 'Sprachen',
    letter_language: 'Sprache der E-Mails',
    hours: 'Arbeitszeiten',
    time_zone: 'Zeitzone',
    capacity: 'Anzahl Partner',
    meeting_mode: 'Art der Treffen',
    please_not: 'Bitte nicht mit',
    scheduling_contact: 'Kontakt für Termine',
    employee_id: 'Personalnummer',
    level: 'Ebene',
    manager_id: 'Personalnummer der Führungskraft',
    unit: 'Bereich',
    site: 'Standort',
    appraised_by: 'Beurteilt von (Personalnummer)',
  },
  en: {
    email: 'Email address',
    name: 'Name',
    role: 'Role',
    call_name: 'Call name',
    topics: 'Topics',
    languages: 'Languages',
    letter_language: 'Language of letters',
    hours: 'Working hours',
    time_zone: 'Time zone',
    capacity: 'Number of partners',
    meeting_mode: 'Way to meet',
    please_not: 'Please not with',
    scheduling_contact: 'Contact for dates',
    employee_id: 'Employee id',
    level: 'Level',
    manager_id: 'Employee id of the manager',
    unit: 'Unit',
    site: 'Site',
    appraised_by: 'Appraised by (employee id)',
  },
};

/** How a field is filled in, where that is not plain. */
export const fieldHints: Readonly<Record<'de' | 'en', Readonly<Partial<Record<Field, string>>>>> = {
  de: {
    topics: 'Mehrere mit | trennen.',
    languages: 'de, en, …; mehrere mit | trennen.',
    letter_language: 'de oder en',
    hours: 'wie 09:00-17:00 oder Mo-Mi 09:00-13:00',
    time_zone: 'wie Europe/Berlin',
    meeting_mode: 'egal, vor Ort oder online',
    please_not: 'Adressen oder Personalnummern; mehrere mit | trennen.',
    level: 'eine Zahl von 0 bis 30; oben ist die größte',
    manager_id: '„-“ für die Spitze des Hauses',
  },
  en: {
    topics: 'Separate several with |.',
    languages: 'de, en, …; separate several with |.',
    letter_language: 'de or en',
    hours: 'like 09:00-17:00 or Mo-We 09:00-13:00',
    time_zone: 'like Europe/Berlin',
    meeting_mode: 'any, in person or remote',
    please_not: 'Addresses or employee ids; separate several with |.',
    level: 'a number from 0 to 30; the top has the largest',
    manager_id: '“-” for the top of the house',
  },
};
