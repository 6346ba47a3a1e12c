/** The Apps Script that a Google form runs; docs/forms/google-forms.gs is this with nothing filled in, and a test holds them together. */
export const googleScript = (url: string, secret: string): string => `/**
 * Sends every response of this Google form to the mentoring programme.
 *
 * Set up: open the form, ⋮ → Apps Script, put this in place of what stands there, save, choose "install" above, press Run
 * and allow what Google asks. To try it, fill in the form once. "sendAll" sends what came before: nothing is taken twice.
 */
const URL = '${url}';
const SECRET = '${secret}';

/** Run once: from then on each response is sent when it is submitted. */
function install() {
  for (const trigger of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(trigger);
  ScriptApp.newTrigger('onResponse').forForm(FormApp.getActiveForm()).onFormSubmit().create();
}

function onResponse(event) {
  send(event.response);
}

function sendAll() {
  for (const response of FormApp.getActiveForm().getResponses()) send(response);
}

function send(response) {
  const id = response.getId();
  const body = JSON.stringify({
    type: 'form.submitted',
    timestamp: response.getTimestamp().toISOString(),
    data: {
      responseId: id,
      email: response.getRespondentEmail(),
      answers: response.getItemResponses().map((each) => ({
        id: String(each.getItem().getId()),
        title: each.getItem().getTitle(),
        value: each.getResponse(),
      })),
    },
  });
  for (let attempt = 0; attempt < 4; attempt++) {
    if (attempt > 0) Utilities.sleep(5000 * attempt);
    const status = post(id, body);
    if (status >= 200 && status < 300) return;
    // What is wrong for good does not get better by waiting: Google mails this error to whoever owns the form.
    if (status >= 400 && status < 500 && status !== 429) throw new Error('The programme refused it: ' + status);
  }
  throw new Error('The programme could not be reached; run sendAll later.');
}

/** Signed as Standard Webhooks, see https://www.standardwebhooks.com */
function post(id, body) {
  const seconds = String(Math.floor(Date.now() / 1000));
  const key = Utilities.base64Decode(SECRET.replace('whsec_', ''));
  const signed = Utilities.newBlob(id + '.' + seconds + '.' + body).getBytes();
  const signature = Utilities.base64Encode(Utilities.computeHmacSha256Signature(signed, key));
  const headers = { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': 'v1,' + signature };
  const options = { method: 'post', contentType: 'application/json', payload: body, headers, muteHttpExceptions: true };
  return UrlFetchApp.fetch(URL, options).getResponseCode();
}
`;
