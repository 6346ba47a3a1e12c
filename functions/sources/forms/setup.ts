import type { ProviderName } from '../../../shared/source/source.ts';

/** Where the secret goes, in place of one that is shown only once. */
export const placeholder = { de: 'DAS-GEHEIMNIS', en: 'THE-SECRET' } as const;

/** What is sent by the flow of Power Automate; also in docs/forms/microsoft-forms.md, and a test holds them together. */
export const flowBody = `{
  "responseId": "@{triggerOutputs()?['body/resourceData/responseId']}",
  "response": @{outputs('Get_response_details')?['body']}
}`;

export const standardBody = `{
  "type": "form.submitted",
  "timestamp": "2026-03-02T12:00:00Z",
  "data": { "email": "…", "name": "…", "role": "junior", "topics": ["…"] }
}`;

type Steps = Readonly<Record<ProviderName, readonly string[]>>;

const de: Steps = {
  microsoft: [
    'In Power Automate einen automatisierten Cloud-Flow anlegen, Auslöser: „Beim Übermitteln einer neuen Antwort“ (Microsoft Forms); das Formular wählen.',
    'Aktion „Antwortdetails abrufen“ (Microsoft Forms) hinzufügen: dasselbe Formular, Antwort-ID aus dem Auslöser. Die Aktion in „Get response details“ umbenennen, damit der Text unten passt.',
    'Aktion „HTTP“ hinzufügen (sie braucht eine Power-Automate-Premium-Lizenz): Methode POST, als URI die Adresse unten.',
    'Als Header eintragen: Content-Type mit dem Wert application/json, und X-Form-Secret mit dem Geheimnis.',
    'Als Textkörper (Body) den Text unten einsetzen.',
    'In den Einstellungen der HTTP-Aktion „Sichere Eingaben“ einschalten, damit das Geheimnis nicht im Verlauf steht. Speichern, das Formular einmal ausfüllen und auf der Seite dieser Anbindung nachsehen, ob es ankam.',
    'Für jedes Formular eine eigene Anbindung anlegen: Microsoft zählt die Antworten je Formular.',
  ],
  google: [
    'Das Formular öffnen, dann ⋮ → Apps Script.',
    'Das Skript unten anstelle dessen einsetzen, was dort steht, und speichern. Adresse und Geheimnis stehen oben im Skript.',
    'Oben „install“ wählen, „Ausführen“ drücken und erlauben, was Google fragt.',
    'Im Formular „E-Mail-Adressen erfassen“ einschalten und „Bearbeiten nach dem Senden“ ausschalten: Jede Antwort wird einmal übernommen.',
    'Das Formular einmal ausfüllen und auf der Seite dieser Anbindung nachsehen, ob es ankam.',
  ],
  typeform: [
    'Im Formular: Connect → Webhooks → Add a webhook; die Adresse unten eintragen.',
    'Beim Webhook „Edit“ → „Secret“: das Geheimnis unten eintragen und speichern.',
    'Den Webhook einschalten, das Formular einmal ausfüllen (oder „Send test request“) und auf der Seite dieser Anbindung nachsehen, ob es ankam.',
  ],
  tally: [
    'Das Formular veröffentlichen; dann Integrations → Webhooks → Connect; die Adresse unten als Endpoint URL eintragen.',
    'Als „Signing secret“ das Geheimnis unten eintragen und verbinden.',
    'Das Formular einmal ausfüllen und auf der Seite dieser Anbindung nachsehen, ob es ankam.',
  ],
  formbricks: [
    'In Formbricks: Integrations → Webhooks → Add Webhook; die Adresse unten eintragen und „Test Endpoint“ drücken.',
    'Als Auslöser nur „Response Finished“ wählen, und die Umfrage.',
    'Formbricks zeigt nach dem Anlegen ein Signing Secret (whsec_…): Es wird hier unter „Geheimnis“ eingetragen.',
    'Den Fragen in Formbricks sprechende IDs geben (email, name, role, …): Nur sie kommen an. Dann die Umfrage einmal ausfüllen und auf der Seite dieser Anbindung nachsehen, ob sie ankam.',
  ],
  jotform: [
    'Im Formular: Settings → Integrations → Webhooks; die Adresse unten eintragen. Sie enthält das Geheimnis und gehört in keine E-Mail.',
    'Das Formular einmal ausfüllen und auf der Seite dieser Anbindung nachsehen, ob es ankam.',
  ],
  standard: [
    'Die eigene Anwendung schickt für jedes ausgefüllte Formular einen POST an die Adresse unten, als application/json, höchstens 256 KB, in der Form unten.',
    'Sie unterschreibt ihn nach Standard Webhooks (https://www.standardwebhooks.com): webhook-id, webhook-timestamp, webhook-signature; dafür gibt es Bibliotheken in allen gängigen Sprachen.',
    'Dieselbe webhook-id wird nur einmal übernommen. 2xx heißt: angekommen; bei 5xx bitte später noch einmal schicken.',
  ],
};

const en: Steps = {
  microsoft: [
    'In Power Automate create an automated cloud flow with the trigger “When a new response is submitted” (Microsoft Forms), and choose the form.',
    'Add the action “Get response details” (Microsoft Forms): the same form, the response id of the trigger.',
    'Add the action “HTTP” (it needs a Power Automate Premium licence): method POST, as URI the address below.',
    'Add two headers: Content-Type with the value application/json, and X-Form-Secret with the secret.',
    'As Body, paste the text below.',
    'In the settings of the HTTP action switch on “Secure inputs”, so that the secret is not in the run history. Save, fill in the form once, and see on the page of this form whether it arrived.',
    'Connect each form by itself: Microsoft numbers the responses of each form from 1.',
  ],
  google: [
    'Open the form, then ⋮ → Apps Script.',
    'Put the script below in place of what stands there, and save. The address and the secret are at its top.',
    'Choose “install” above, press “Run”, and allow what Google asks.',
    'In the form switch on “Collect email addresses”, and switch off “Allow response editing”: each response is taken once.',
    'Fill in the form once, and see on the page of this form whether it arrived.',
  ],
  typeform: [
    'In the form: Connect → Webhooks → Add a webhook, with the address below.',
    'At the webhook “Edit” → “Secret”: paste the secret below and save.',
    'Switch the webhook on, fill in the form once (or “Send test request”), and see on the page of this form whether it arrived.',
  ],
  tally: [
    'Publish the form; then Integrations → Webhooks → Connect, with the address below as the endpoint URL.',
    'As “Signing secret” paste the secret below, and connect.',
    'Fill in the form once, and see on the page of this form whether it arrived.',
  ],
  formbricks: [
    'In Formbricks: Integrations → Webhooks → Add Webhook, with the address below, and press “Test Endpoint”.',
    'As triggers choose only “Response Finished”, and choose the survey.',
    'Formbricks shows a signing secret (whsec_…) once the webhook is there: it goes under “Secret” here.',
    'Give the questions in Formbricks ids that speak (email, name, role, …): only these arrive. Then fill in the survey once, and see on the page of this form whether it arrived.',
  ],
  jotform: [
    'In the form: Settings → Integrations → Webhooks, with the address below. It contains the secret and belongs in no email.',
    'Fill in the form once, and see on the page of this form whether it arrived.',
  ],
  standard: [
    'Your own application sends one POST for each form that was filled in to the address below, as application/json, at most 256 KB, in the shape below.',
    'It signs it by Standard Webhooks (https://www.standardwebhooks.com): webhook-id, webhook-timestamp, webhook-signature; there are libraries in all common languages.',
    'One webhook-id is taken once. 2xx means that it has arrived; after a 5xx please send it again later.',
  ],
};
export const steps: Readonly<Record<'de' | 'en', Steps>> = { de, en };
