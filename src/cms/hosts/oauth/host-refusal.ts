/** A sign-in that did not come about: a sentence for the officer, and a short reason for the log. */
export class HostRefusal extends Error {
  readonly reason: string;
  readonly status: 400 | 403 | 502;

  constructor(status: 400 | 403 | 502, reason: string, message: string) {
    super(message);
    this.name = 'HostRefusal';
    this.reason = reason;
    this.status = status;
  }
}

const AGAIN = 'Close this window and sign in again.';

/**
 * Says what an error code of a host means (RFC 6749, sections 4.1.2.1 and 5.2, and GitHub's own). What the host adds in
 * words is not passed on: anybody can write an address that says something here.
 */
export function refusalFor(code: string, hostName: string, callback: string): HostRefusal {
  const known = /^[a-z_]{1,40}$/.test(code) ? code : 'unknown';
  return new HostRefusal(known === 'access_denied' ? 403 : 502, known, sentence(known, hostName, callback));
}

function sentence(code: string, host: string, callback: string): string {
  switch (code) {
    case 'access_denied':
      return `You did not allow the portal to act for you at ${host}, so nothing can be edited. ${AGAIN}`;
    case 'bad_verification_code':
    case 'invalid_grant':
      return `${host} no longer takes this sign-in: it was used already, or took longer than ten minutes. ${AGAIN}`;
    case 'redirect_uri_mismatch':
    case 'invalid_redirect_uri':
      return `${host} does not know the address of this portal. Whoever runs it has to register ${callback} as callback address of the OAuth application.`;
    case 'incorrect_client_credentials':
    case 'invalid_client':
    case 'unauthorized_client':
      return `${host} does not know the OAuth application of this portal. Whoever runs it has to correct CMS_APP_ID and CMS_APP_SECRET.`;
    case 'application_suspended':
      return `${host} has suspended the OAuth application of this portal. Whoever runs it has to ask ${host} why.`;
    case 'unverified_user_email':
      return `${host} wants the e-mail address of your account confirmed first. Do that there, then sign in again.`;
    case 'invalid_scope':
      return `${host} does not grant what the portal asks for. Whoever runs it has to correct CMS_SCOPE, or the scopes of the OAuth application.`;
    case 'server_error':
    case 'temporarily_unavailable':
      return `${host} is not able to sign anybody in at the moment. Try again in some minutes.`;
    default:
      return `${host} refused the sign-in (${code}). ${AGAIN} If it happens again, tell whoever runs the portal.`;
  }
}
