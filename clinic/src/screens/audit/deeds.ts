import { actWords } from '../../words/acts.ts'

/** What somebody did, after their name, by the word under which the trail keeps it. */
const deeds: Readonly<Record<string, string>> = {
  'asked-and-refused': 'asked for something that is not for them, or not there',
  'sent-and-refused': 'sent something that could not be taken',
  'strangers-refused': 'asked without being signed in',
  'foreign-page-refused': 'sent something from a page that is not of this clinic',
  'set-up': 'set the clinic up',
  'sign-in': 'signed in',
  'sign-in-by-link': 'signed in by a link that works once',
  'sign-in-by-openid': 'signed in with the other sign-in',
  'sign-in-by-passkey': 'signed in with a passkey',
  'sign-in-refused': 'tried to sign in',
  'openid-connected': 'connected another sign-in',
  'passkey-added': 'added a passkey',
  'passkey-removed': 'removed a passkey',
  'password-change': 'changed their password',
  'clinic-changed': 'changed what the clinic is called or how it is reached',
  'account-made': 'made an account',
  'account-changed': 'changed an account',
  'team-changed': 'changed the care team at the front door',
  'board-read': 'looked at the board',
  'patient-read': 'opened the record',
  'emergency-opened': 'opened a record in an emergency',
  'emergency-read': 'looked into a record opened in an emergency',
  'emergency-ended': 'shut a record opened in an emergency',
  'emergency-openings-read': 'looked at what was opened in emergencies',
  'clock-set-back': 'went back, which ended what was open in an emergency',
  'emergency-reviewed': 'judged an opening in an emergency',
  'contact-changed': 'changed how a person is reached',
  'attachment-read': 'opened a file',
  'attachment-added': 'added a video or photo',
  'attachment-withdrawn': 'hid a video or photo',
  'duplicates-read': 'looked whether somebody is known already',
  'referral-received': 'a referral came in at the front door',
  'referral-entered': 'entered a referral from paper',
  'referral-joined': 'joined a referral to a record',
  'appointment-asked': 'asked for an appointment at the front door',
  'status-read': 'followed a referral by its link',
  'request-read': 'read a request',
  'request-accepted': 'took a request on',
  'request-declined': 'declined a request',
  'lot-recall': 'looked who got toxin of a lot',
  'toxin-order-withdrawn': 'withdrew an order for nurses',
  review: 'closed a review',
  'version-followed': 'moved the episode to another version of the pathway',
  'policy-changed': 'changed numbers of the site',
  'policy-tried': 'tried other numbers of the site',
  'fhir-read': 'read a resource by FHIR',
  'fhir-search': 'searched by FHIR',
  'fhir-history': 'read earlier versions by FHIR',
  'fhir-create': 'wrote a resource by FHIR',
  'fhir-update': 'changed a resource by FHIR',
  'fhir-batch': 'sent several requests by FHIR at once',
  'fhir-patch': 'changed part of a resource by FHIR',
  'fhir-delete': 'removed a resource by FHIR',
  'fhir-transaction': 'wrote a transaction by FHIR',
  'fhir-everything': 'read everything of a person by FHIR',
  'fhir-apply': 'had the pathway applied to a person by FHIR',
  'fhir-import': 'brought resources in from files',
  'bulk-export': 'asked for an export of many people',
  'bulk-export-fetch': 'fetched an export of many people',
  'cds-discovery': 'asked which CDS services there are',
  'cds-patient-view': 'asked by CDS Hooks where a person stands',
  'cds-order-select': 'asked by CDS Hooks about orders being chosen',
  'cds-order-sign': 'asked by CDS Hooks about orders being signed',
  'cds-feedback': 'told what came of CDS cards',
  'cds-refused': 'asked by CDS Hooks and was not known',
  'audit-read': 'looked at this trail',
  'audit-verified': 'checked that this trail is whole',
}

/** A word nobody has put into a sentence yet is shown as it is kept. */
export const deedWords = (action: string): string => {
  const known = deeds[action]
  if (known !== undefined) return known
  const act = (actWords as Readonly<Record<string, string>>)[action]
  return act === undefined ? action.replaceAll('-', ' ') : `recorded: ${act}`
}

/** Whether a deed has words of its own. */
export const isTold = (action: string): boolean => action in deeds || action in actWords
