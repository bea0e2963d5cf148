// What the platform calls its error codes, and with which HTTP status it answers each. Receivers decide on the code; the titles are
// here so that answers and statuses look like real ones.

interface GraphTitle {
  readonly title: string;
  readonly status: number;
}

const told = (status: number, title: string): GraphTitle => ({ status, title });

const titles: ReadonlyMap<number, GraphTitle> = new Map([
  [0, told(401, 'AuthException')],
  [1, told(500, 'An unknown error occurred')],
  [2, told(503, 'Service temporarily unavailable')],
  [3, told(403, 'Application does not have the capability to make this API call')],
  [4, told(400, 'Application request limit reached')],
  [10, told(403, 'Application does not have permission for this action')],
  [33, told(400, 'Unsupported request. The object does not exist')],
  [100, told(400, 'Invalid parameter')],
  [190, told(401, 'Invalid OAuth access token - Cannot parse access token')],
  [368, told(403, 'Temporarily blocked for policies violations')],
  [80007, told(400, 'Rate limit issues')],
  [130429, told(400, 'Rate limit hit')],
  [130472, told(400, "User's number is part of an experiment")],
  [130497, told(403, 'Business account is restricted from messaging users in this country')],
  [131000, told(500, 'Something went wrong')],
  [131005, told(403, 'Access denied')],
  [131008, told(400, 'Required parameter is missing')],
  [131009, told(400, 'Parameter value is not valid')],
  [131016, told(503, 'Service unavailable')],
  [131021, told(400, 'Recipient cannot be sender')],
  [131026, told(400, 'Message undeliverable')],
  [131030, told(400, 'Recipient phone number not in allowed list')],
  [131031, told(403, 'Account has been locked')],
  [131037, told(400, 'Display name approval needed before sending messages')],
  [131042, told(400, 'Business eligibility payment issue')],
  [131045, told(500, 'Incorrect certificate')],
  [131047, told(400, 'Re-engagement message')],
  [131048, told(400, 'Spam rate limit hit')],
  [131049, told(400, 'This message was not delivered to maintain healthy ecosystem engagement')],
  [131050, told(400, 'User has stopped marketing messages from this business')],
  [131051, told(400, 'Unsupported message type')],
  [131052, told(400, 'Media download error')],
  [131053, told(400, 'Media upload error')],
  [131056, told(400, '(Business Account, Consumer Account) pair rate limit hit')],
  [131057, told(500, 'Account in maintenance mode')],
  [131060, told(400, 'This message is currently unavailable')],
  [131062, told(400, 'Business-scoped user ids are not supported for this message')],
  [132000, told(400, 'Number of parameters does not match the expected number of params')],
  [132001, told(404, 'Template name does not exist in the translation')],
  [132005, told(400, 'Translated text too long')],
  [132007, told(400, 'Template format character policy violated')],
  [132012, told(400, 'Parameter format does not match format in the created template')],
  [132015, told(400, 'Template is paused')],
  [132016, told(400, 'Template is disabled')],
  [132068, told(400, 'Flow is blocked')],
  [132069, told(400, 'Flow is throttled')],
  [133004, told(503, 'Server temporarily unavailable')],
  [133010, told(400, 'Phone number not registered')],
  [134011, told(400, 'Terms of service for payments not accepted')],
  [135000, told(400, 'Generic user error')],
]);
const unnamed = told(400, 'Error');

export function titleOf(code: number): string {
  return (titles.get(code) ?? unnamed).title;
}

export function statusOf(code: number): number {
  return (titles.get(code) ?? unnamed).status;
}
