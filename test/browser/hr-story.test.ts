import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import { noBrowser, useBrowser, welcomesEverybody } from '../support/browser.ts';
import { addressOf, germanWorkbook, mistakes } from '../support/german-workbook.ts';
import { picture, workbookForReaders } from '../support/guide-pictures.ts';

const hanna = stages.local.firstAdmin;
const petra = 'petra.lenz@nordwerk.example';
const lars = 'lars.spaet@nordwerk.example';
const name = 'Frühling 2026';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const link = /\/desk\/sign-in\//;
const minute = 60_000;

/** One story, in German; each test goes on where the last one ended. */
describe.skipIf(noBrowser)('HR runs a cohort alone, in a real browser', () => {
  const room = useBrowser();
  let desk: Page;
  let home: string;

  const heading = (page: Page, title: string | RegExp) => page.getByRole('heading', { name: title }).waitFor();
  const press = (page: Page, label: string | RegExp) => page.getByRole('button', { name: label, exact: true }).click();
  const follow = (page: Page, label: string | RegExp) => page.getByRole('link', { name: label }).first().click();
  const to = (path: string) => desk.goto(`${room.origin}${home}${path}`);
  const tellsOf = async (page: Page) => (await page.getByRole('main').textContent()) ?? '';
  const figures = async (page: Page) =>
    (await page.locator('.figures > li').allTextContents()).map((each) => each.replaceAll(/\s+/g, ' ').trim());
  const lettersTo = (address: string) =>
    room.stage.mail().filter(({ destinations }) => destinations.includes(address)).length;

  async function signIn(page: Page, address: string): Promise<void> {
    await page.goto(`${room.origin}/desk`);
    await picture(room, page, 'sign-in', { height: 420 });
    await page.getByLabel('E-Mail-Adresse').fill(address);
    await press(page, 'Link schicken');
    await heading(page, 'Bitte ins Postfach sehen');
    await room.stage.settle();
    await page.goto((await room.letter(address, link)).link(link));
    await press(page, 'Anmelden');
    await heading(page, 'Jahrgänge');
  }

  async function upload(file: string, changes: Parameters<typeof germanWorkbook>[0]): Promise<void> {
    await to('/upload');
    const buffer = await germanWorkbook(changes);
    workbookForReaders(file, buffer);
    await desk.locator('input[type=file]').setInputFiles({ name: file, mimeType: excel, buffer });
    await press(desk, 'Prüfen');
  }

  async function commit(): Promise<void> {
    await press(desk, 'Übernehmen');
    await heading(desk, 'Datei übernommen');
    await room.stage.settle();
    await desk.reload();
  }

  it('makes a cohort from the defaults, at an empty desk', async () => {
    desk = await room.visitor({ locale: 'de-DE' });
    await signIn(desk, hanna);
    await heading(desk, 'Anfangen: einen Jahrgang anlegen');
    await picture(room, desk, 'empty-desk', { height: 560 });
    await follow(desk, 'Jahrgang anlegen');
    await picture(room, desk, 'new-cohort', { height: 800 });
    await desk.getByLabel('Name des Jahrgangs').fill(name);
    const coordinator = desk.getByRole('group', { name: 'Koordination' });
    await coordinator.getByLabel('Name').first().fill('Hanna Huber');
    await press(desk, 'Jahrgang anlegen');
    await heading(desk, 'Bitte noch einmal ansehen');
    expect(await coordinator.getByLabel('Name').first().inputValue()).toBe('Hanna Huber');
    const independent = desk.getByRole('group', { name: 'Unabhängig' });
    await desk.getByLabel('Wer sich selbst anmelden darf').fill('nordwerk.example');
    await independent.getByLabel('Name').first().fill('Uwe Hansen');
    await independent.getByLabel('E-Mail-Adresse').first().fill('uwe.hansen@ombuds.example');
    await press(desk, 'Jahrgang anlegen');
    await heading(desk, 'Als Nächstes');
    home = new URL(desk.url()).pathname;
    await picture(room, desk, 'cohort', { height: 620 });
    expect(await desk.getByRole('link', { name: 'Menschen hereinholen: HR-Datei hochladen' }).count()).toBe(1);
  });

  it('asks once what the columns and levels of the Excel file mean', async () => {
    await to('/upload');
    await picture(room, desk, 'upload', { height: 560 });
    await upload('Personen-mit-Fehlern.xlsx', mistakes);
    await heading(desk, 'Spalten zuordnen');
    expect(await tellsOf(desk)).toContain('Nötig und noch nicht zugeordnet: E-Mail, Führungskraft-ID.');
    await picture(room, desk, 'columns', { height: 1000 });
    await welcomesEverybody(desk);
    await desk.getByLabel('Bedeutung der Spalte Dienstliche E-Mail').selectOption({ label: 'E-Mail *' });
    await desk.getByLabel('Bedeutung der Spalte Vorgesetzte/r').selectOption({ label: 'Führungskraft-ID *' });
    await press(desk, 'Merken und prüfen');
    expect(await desk.getByRole('alert').textContent()).toContain('Bitte den Ebenen Zahlen geben.');
    for (const [level, number] of ['9', '8', '5', '4'].entries()) {
      await desk.getByLabel(`${[1, 2, 4, 5][level]}. Ebene`).fill(number);
    }
    await press(desk, 'Merken und prüfen');
    await heading(desk, 'Vorschau der Datei');
  });

  it('names each of seven mistakes by its line, and takes all other lines', async () => {
    expect(await figures(desk)).toEqual(['49 neu', '7 abgelehnt', '4 außerhalb des Programms']);
    for (const { line, says } of mistakes) {
      const row = desk.getByRole('row', { name: new RegExp(`^${line} `) });
      expect(await row.textContent(), `line ${line}`).toContain(says);
    }
    expect(await tellsOf(desk)).toContain('Diese Spalten werden nicht übernommen: Kostenstelle.');
    await picture(room, desk, 'preview', { height: 1000 });
    await welcomesEverybody(desk);
    await commit();
    await heading(desk, '7 abgelehnte Zeilen der letzten Datei');
    await picture(room, desk, 'committed', { height: 900 });
  });

  it('takes the corrected lines from a second upload, without asking again', async () => {
    await upload('Personen.xlsx', []);
    await heading(desk, 'Vorschau der Datei');
    expect(await figures(desk)).toEqual(['7 neu', '49 unverändert', '4 außerhalb des Programms']);
    await picture(room, desk, 'preview-corrected', { height: 760 });
    await commit();
    expect(await tellsOf(desk)).not.toContain('abgelehnte');
    await to('');
    expect(await figures(desk)).toContain('56 Menschen');
  });

  it('shows each letter as it will arrive, and sends all of them to HR', async () => {
    await follow(desk, 'Ansehen, was verschickt würde, und starten');
    await heading(desk, 'Starten');
    await picture(room, desk, 'launch', { height: 1000 });
    await follow(desk, /^An .*\(Junior\)/);
    await desk.frameLocator('iframe.screen').getByRole('link').first().waitFor();
    await picture(room, desk, 'letters', { height: 1000 });
    const before = lettersTo(hanna);
    await press(desk, /^Alle \d+ an mich schicken$/);
    const said = await desk.getByRole('status').textContent();
    expect(said).toContain(`Muster sind unterwegs an ${hanna}.`);
    await room.stage.advanceBy(minute);
    expect(lettersTo(hanna) - before).toBe(Number.parseInt(said?.trim() ?? '', 10));
    expect(lettersTo(addressOf('Junior', 1))).toBe(0);
  });

  it('launches when the name is typed: a letter to everybody, and one only', async () => {
    await follow(desk, 'Zurück zum Start');
    await desk.getByLabel('Zum Bestätigen den Namen des Jahrgangs eingeben').fill(name);
    await press(desk, 'Starten und 56 E-Mails verschicken');
    await desk.getByText('Gestartet. Die Einladungen gehen jetzt hinaus.').waitFor();
    // Who comes within the first two minutes still belongs to the launch.
    await room.stage.advanceBy(3 * minute);
    await to('');
    await picture(room, desk, 'launched', { height: 760 });
    const everybody = (['Junior', 'Senior'] as const).flatMap((role) =>
      Array.from({ length: 28 }, (_, at) => lettersTo(addressOf(role, at + 1))),
    );
    expect(everybody).toEqual(everybody.map(() => 1));
  });

  it('takes in somebody who comes late by Microsoft Forms', async () => {
    await follow(desk, 'Eingänge');
    await follow(desk, /^Formulare anderswo anbinden/);
    await desk.getByLabel('Womit').selectOption({ label: 'Microsoft Forms (Power Automate)' });
    await desk.getByLabel('Name').fill('Anmeldung im Intranet');
    await press(desk, 'Anbinden');
    await heading(desk, 'So wird es eingerichtet');
    const url = await desk.getByLabel('Adresse').inputValue();
    const secret = await desk.getByLabel('Geheimnis').inputValue();
    const response = { responder: lars, r01: 'Lars Spät', r02: 'Ich zeige etwas', r03: '["Deutsch","Englisch"]' };
    const headers = { 'content-type': 'application/json', 'x-form-secret': secret };
    const body = JSON.stringify({ responseId: 1, response });
    expect(await (await fetch(url, { method: 'POST', headers, body })).text()).toBe('rejected');
    await follow(desk, 'Zur Anbindung');
    await follow(desk, 'Fragen zuordnen');
    const meanings = ['E-Mail-Adresse', 'Name', 'Rolle', 'Sprachen'];
    for (const [at, label] of meanings.entries()) await desk.getByLabel('Bedeutet').nth(at).selectOption({ label });
    const role = desk.locator('section.sheet').nth(2);
    await role.getByText('Antworten übersetzen').first().click();
    await role.getByRole('textbox').fill('Ich zeige etwas = junior\nIch lerne = senior');
    await press(desk, 'Speichern');
    await press(desk, 'Einen abgelehnten Eingang noch einmal lesen');
    await desk.getByText('1 übernommen, 0 bleiben abgelehnt.').waitFor();
    await room.stage.settle();
    await to('');
    await follow(desk, 'Eine Person wartet auf Angaben von HR');
    await follow(desk, 'Lars Spät');
    await desk.getByLabel('Personalnummer (nötig)').fill('00299');
    await desk.getByLabel('Ebene (nötig)').fill('4');
    await desk.getByLabel('Personalnummer der Führungskraft (nötig)').fill('00002');
    await press(desk, 'Aufnehmen');
    await room.stage.settle();
    await to('');
    await follow(desk, 'Eine Person einladen, die neu ist');
    await press(desk, 'Eine E-Mail verschicken');
    await room.stage.advanceBy(minute);
    expect(lettersTo(lars)).toBe(1);
    expect(lettersTo(addressOf('Junior', 1))).toBe(1);
  });

  it('lets somebody go by another upload, and leaves alone who is not in the file', async () => {
    await upload('Personen-ausgeschieden.xlsx', [{ line: 6, wrong: { Status: 'ausgeschieden' } }]);
    await heading(desk, 'Vorschau der Datei');
    expect(await figures(desk)).toEqual(['1 ausgeschieden', '55 unverändert', '4 außerhalb des Programms']);
    expect(await tellsOf(desk)).toContain('Lars Spät');
    await heading(desk, 'Fehlen in der Datei');
    await commit();
    await to('/people?state=left');
    expect(await desk.getByRole('row', { name: addressOf('Junior', 1) }).count()).toBe(1);
    await to('/people?q=Lars');
    expect(await desk.getByRole('row', { name: lars }).textContent()).toContain('eingeladen');
  });

  it('hands over to a colleague who was invited by mail', async () => {
    await follow(desk, 'Team');
    await follow(desk, 'Jemanden einladen');
    await desk.getByLabel('E-Mail-Adresse').fill(petra);
    await desk.getByLabel('Name').fill('Petra Lenz');
    await desk.getByLabel(name).check();
    await press(desk, 'Einladung schicken');
    await desk.getByText('Die Einladung ist unterwegs.').waitFor();
    await room.stage.advanceBy(minute);
    const hers = await room.visitor({ locale: 'de-DE' });
    const [invitation] = room.stage.mail().filter(({ destinations }) => destinations.includes(petra));
    expect(invitation).toBeDefined();
    await signIn(hers, petra);
    await follow(desk, 'Eigene Arbeit übergeben');
    await desk.getByRole('combobox', { name: /^An/ }).selectOption({ label: 'Petra Lenz' });
    await desk.getByLabel('Notiz (freiwillig)').fill('Bis Montag im Urlaub');
    await press(desk, 'Übergeben');
    await desk.getByText(/^Übergeben\. Die E-Mail/).waitFor();
    await room.stage.advanceBy(minute);
    expect(lettersTo(petra)).toBe(3);
    await follow(hers, name);
    await heading(hers, 'Als Nächstes');
    expect(await figures(hers)).toContain('57 Menschen');
    await follow(hers, 'Einstellungen');
    const coordinator = hers.getByRole('group', { name: 'Koordination' });
    expect(await coordinator.getByLabel('Name').first().inputValue()).toBe('Petra Lenz');
    expect(room.stage.problems()).toEqual([]);
  });
});
