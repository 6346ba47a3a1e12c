import type { SdkAnswer, Service } from './request.ts';

/** How services of the query protocol answer: a form comes in, XML goes out. */
export function queryProtocol(namespace: string) {
  return {
    answer: (operation: string, content: string): SdkAnswer => ({
      status: 200,
      headers: { 'content-type': 'text/xml' },
      body: `<${operation}Response xmlns="${namespace}"><${operation}Result>${content}</${operation}Result><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></${operation}Response>`,
    }),
    error: (({ code, message, status }) => ({
      status: code === 'AccessDeniedException' ? 403 : status,
      headers: { 'content-type': 'text/xml' },
      body: `<ErrorResponse xmlns="${namespace}"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${
        code === 'AccessDeniedException' ? 'AccessDenied' : code
      }</Code><Message>${escaped(message)}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
    })) satisfies Service['error'],
  };
}

export const escaped = (text: string) => text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
