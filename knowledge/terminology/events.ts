import type { Code, CodeMeaning } from '@facialis/language'
import { operation, session } from '../entries/index.ts'
import { toxins } from '../entries/session.ts'
import {
  audiometry,
  decompressionProcedure,
  facialToxin as facialToxinProcedure,
  hcpcs,
  snomed,
  toxinProducts,
} from '../facts/codes.ts'
import {
  audiogram,
  chairAllergy,
  chairAnticoagulant,
  chairAntiplatelet,
  chairWeakener,
  consentSurgery,
  consentToxin,
  side,
} from '../facts/index.ts'
import { enters, measures, ours, row, states, unconfirmed } from './row.ts'

type Toxin = (typeof toxins)[number] | null
const given = ['MedicationAdministration', 'MedicationStatement', 'Procedure', 'MedicationRequest']
const { product, units, side: sessionSide, lot, expiry } = session.fields

const toxin = (code: Code, name: Toxin): CodeMeaning =>
  row(
    code,
    name ?? 'botulinum toxin',
    given,
    enters(session, name === null ? {} : { [product.id]: name }),
    measures(units),
    measures(sessionSide),
    measures(lot),
    measures(expiry),
  )

/** Names by which people write a toxin where they use no code, and the product each is. */
const namesOfToxin: readonly (readonly [string, Toxin])[] = [
  ['onabotulin', 'onabotulinumtoxinA'],
  ['abobotulin', 'abobotulinumtoxinA'],
  ['incobotulin', 'incobotulinumtoxinA'],
  ['prabotulin', 'prabotulinumtoxinA'],
  ['daxibotulin', 'daxibotulinumtoxinA'],
  ['letibotulin', 'letibotulinumtoxinA'],
  ['rimabotulin', 'rimabotulinumtoxinB'],
  ['lanbotulin', 'lanbotulinumtoxinA'],
  ['botox', 'onabotulinumtoxinA'],
  ['vistabel', 'onabotulinumtoxinA'],
  ['dysport', 'abobotulinumtoxinA'],
  ['azzalure', 'abobotulinumtoxinA'],
  ['alluzience', 'abobotulinumtoxinA'],
  ['xeomin', 'incobotulinumtoxinA'],
  ['bocouture', 'incobotulinumtoxinA'],
  ['daxxify', 'daxibotulinumtoxinA'],
  ['jeuveau', 'prabotulinumtoxinA'],
  ['nuceiva', 'prabotulinumtoxinA'],
  ['letybo', 'letibotulinumtoxinA'],
  ['myobloc', 'rimabotulinumtoxinB'],
  ['neurobloc', 'rimabotulinumtoxinB'],
  ['hengli', 'lanbotulinumtoxinA'],
  ['lantox', 'lanbotulinumtoxinA'],
  ['relfydess', null],
  // The general name stands last: it is what several different names come down to.
  ['botulin', null],
]

/**
 * Abbreviations, other languages and products that are sold elsewhere. Unverified, and so heard by the gate before an order
 * alone, which they can only make more careful: nothing is read from them as given until a version of the pathway says so.
 */
const namesAtTheDoor: readonly string[] = [
  'bont-a',
  'bont/a',
  'btx',
  'j0585',
  'j0586',
  'j0587',
  'j0588',
  'j0589',
  'onabot',
  'abobot',
  'incobot',
  'botulo',
  'botuliq',
  'kiełbasian',
  'βοτουλιν',
  'ботулин',
  'ботокс',
  'диспорт',
  'ксеомин',
  'ボツリヌス',
  'ボトックス',
  '보툴리눔',
  '보툴리늄',
  '보톡스',
  '保妥适',
  'בוטוקס',
  'בוטולי',
  'بوتوكس',
  'ботулотоксин',
  'ботулиническ',
  '肉毒',
  'nabota',
  'botulax',
  'meditoxin',
  'neuronox',
  'xeomeen',
  'hutox',
  'innotox',
  'prosigne',
  'botogenie',
  'botulift',
  'evosyal',
  'purtox',
  'cunox',
  'miotox',
  'coretox',
  'liztox',
  'wondertox',
  'masport',
  'relatox',
  'nerbloc',
  'релатокс',
  'миотокс',
  'ディスポート',
  'ゼオマイン',
  'ナーブロック',
  '보툴렉스',
  '나보타',
  '제오민',
  '디스포트',
  '乐提葆',
  'โบท็อก',
  'โบทูลิน',
  'बोटॉक्स',
  'बोटोक्स',
  'बोटुलि',
  'بوتولين',
  'بوتولین',
  'بوتاکس',
  'ديسبورت',
  'دیسپورت',
  'chemodenerv',
  'm03ax01',
  '00023114501',
  '0023-1145',
]

/**
 * Reasons that are the spasm, or a wider word that holds it. The first are in an international edition whose codes were not read
 * against their owner's list, so they shut and never open: no diagnosis is read from them. The next was seen on a public
 * terminology server, as "facial spasm".
 */
const reasonsAtTheDoor: readonly Code[] = [
  ...['8B88', '8B88.2', '8B88.Z'].map(
    (code): Code => ({ system: 'facialis', code: `icd11:${code}`, confirmed: false }),
  ),
  snomed('32402008'),
  // Kinds of disorder that the spasm is one of, and its place in the list that the last one followed. The spasm with whatever is written behind its number.
  ...['G51', 'G51.3*', 'G51.9', 'Z41.1'].map(unconfirmed.icd10cm),
  ...['351', '351.8', '351.9'].map((code): Code => ({ system: 'facialis', code: `icd9:${code}`, confirmed: false })),
]

/** Injections into glands, neck, larynx, limbs, trunk, skin and bladder: recalled numbers, which can only make the door more careful. */
const injectedElsewhere: readonly Code[] = [
  '64611',
  '64616',
  '64617',
  '64642',
  '64643',
  '64644',
  '64645',
  '64646',
  '64647',
  '64650',
  '64653',
  '52287',
].map(unconfirmed.cpt)

/** What people write for the spasm where the list of their codes is not known here: heard at the door alone, like the names. */
const spasmInWords: readonly string[] = [
  'hemifacial',
  'hemi-facial',
  'hemifazial',
  'hémifacial',
  'emifacciale',
  'facial spasm',
  'facial twitch',
  'facial nerve spasm',
  'spasm of face',
  'spasm of the face',
  'hemispasm',
  'emispasmo',
  'facialisspasm',
  'fazialisspasm',
  'facialis spasm',
  'faciospasm',
  'spasmus facialis',
  'gesichtskrampf',
  'spasme facial',
  'espasmo facial',
  'kurcz twarzy',
  'hemifasiyal',
  'гемифациальн',
  'гемиспазм',
  'лицевой спазм',
  '顔面痙攣',
  '顔面けいれん',
  '面肌痉挛',
  '面肌痙攣',
  '안면경련',
  '안면 경련',
  'hfs',
]

/** The same for looks. */
const looksInWords: readonly string[] = ['cosmet', 'kosmet', 'wrinkle', 'glabellar', 'rhytid', 'frown line']

/** Vials of one product on a public record; which vial each number is was not checked, and does not matter here. */
const dysport = ['1789950', '1789953', '1789956', '1789958'].map(
  (code): Code => ({ system: 'rxnorm', code, confirmed: true }),
)

/** Packages on public records, in eleven digits without strokes. */
const packages: readonly (readonly [string, Toxin])[] = [
  ['15054053006', 'abobotulinumtoxinA'],
  ['00259160501', 'incobotulinumtoxinA'],
  ['00259161001', 'incobotulinumtoxinA'],
  ['00259162001', 'incobotulinumtoxinA'],
  ['72960011201', 'daxibotulinumtoxinA'],
  ['10454071010', 'rimabotulinumtoxinB'],
]

const products: readonly CodeMeaning[] = [
  toxin(hcpcs('J0585'), 'onabotulinumtoxinA'),
  toxin(hcpcs('J0586'), 'abobotulinumtoxinA'),
  toxin(hcpcs('J0587'), 'rimabotulinumtoxinB'),
  toxin(hcpcs('J0588'), 'incobotulinumtoxinA'),
  toxin(unconfirmed.hcpcs('J0589'), 'daxibotulinumtoxinA'),
  ...dysport.map((code) => toxin(code, 'abobotulinumtoxinA')),
  ...packages.map(([code, name]) => toxin(ours(`ndc:${code}`), name)),
  // The class of all of them, recalled: it says that it is one and not which.
  toxin({ system: 'facialis', code: 'atc:M03AX01', confirmed: false }, null),
  ...toxins.map((name) => toxin(ours(`toxin.${name}`), name)),
  row(
    ours('toxin'),
    'botulinum toxin',
    given,
    enters(session),
    measures(units),
    measures(sessionSide),
    measures(lot),
    measures(expiry),
  ),
  ...namesOfToxin.map(([name, product]) => toxin(ours(`name:${name}`), product)),
  row(ours('toxin-order'), 'botulinum toxin for the face', ['MedicationRequest'], enters(session)),
]

const procedures: readonly CodeMeaning[] = [
  ...facialToxinProcedure.map((code) =>
    row(code, 'injection of facial muscles on one side', ['Procedure'], enters(session), measures(sessionSide)),
  ),
  row(
    unconfirmed.cpt('64615'),
    'injections for migraine',
    ['Procedure'],
    enters(session, { [session.fields.indication.id]: 'other' }),
  ),
  ...decompressionProcedure.map((code) =>
    row(
      code,
      'decompression of a cranial nerve',
      ['Procedure'],
      enters(operation, { [operation.fields.kind.id]: 'mvd' }),
      measures(operation.fields.side),
    ),
  ),
  row(
    ours('operation'),
    'operation on the facial nerve',
    ['Procedure'],
    enters(operation),
    measures(operation.fields.side),
  ),
  ...audiometry.map((code) => row(code, 'audiogram', ['Procedure'], measures(audiogram))),
]

const sides = (code: Code, word: 'left' | 'right'): CodeMeaning =>
  row(code, word, ['body-site'], states(side, word), states(sessionSide, word), states(operation.fields.side, word))

/** Sides as other systems write them, and places that are no face. */
const sites: readonly CodeMeaning[] = [
  sides(snomed('7771000'), 'left'),
  sides(snomed('24028007'), 'right'),
  sides(snomed('734418009'), 'left'),
  row(snomed('51440002'), 'both sides', ['body-site'], states(side, 'both'), states(sessionSide, 'both')),
  ...[snomed('89837001'), snomed('45048000'), ours('site.elsewhere')].map((code) =>
    row(
      code,
      'a place other than the face',
      ['body-site'],
      enters(session, { [session.fields.indication.id]: 'other' }),
    ),
  ),
]

const reasons: readonly CodeMeaning[] = [
  row(ours('reason.other'), 'another reason', ['reason'], enters(session, { [session.fields.indication.id]: 'other' })),
  row(
    ours('reason.cosmetic'),
    'appearance',
    ['reason'],
    enters(session, { [session.fields.indication.id]: 'cosmetic' }),
  ),
]

/** Medicines that make a session more careful. Recalled numbers: they can add a caution and take none away. */
const taken = ['MedicationStatement', 'MedicationRequest']
const medicines: readonly CodeMeaning[] = [
  ...(
    [
      ['1364430', 'apixaban'],
      ['1114195', 'rivaroxaban'],
      ['1599538', 'edoxaban'],
      ['1037042', 'dabigatran'],
    ] as const
  ).map(([code, name]) => row(unconfirmed.rxnorm(code), name, taken, states(chairAnticoagulant, 'doac'))),
  // Prescriptions name the tablet, in one of many codes; its words name what is in it.
  ...['apixaban', 'rivaroxaban', 'edoxaban', 'dabigatran', 'eliquis', 'xarelto', 'lixiana', 'savaysa', 'pradaxa'].map(
    (name) => row(ours(`name:${name}`), name, taken, states(chairAnticoagulant, 'doac')),
  ),
  // A list of medicines tells no clotting value; nobody's word for it is unknown, and that postpones like out of range.
  row(unconfirmed.rxnorm('11289'), 'warfarin', taken, states(chairAnticoagulant, 'warfarin-out-of-range')),
  ...['warfarin', 'coumadin', 'acenocoumarol', 'phenprocoumon', 'marcumar', 'sintrom'].map((name) =>
    row(ours(`name:${name}`), name, taken, states(chairAnticoagulant, 'warfarin-out-of-range')),
  ),
  ...['aspirin', 'acetylsalicylic', 'clopidogrel'].map((name) =>
    row(ours(`name:${name}`), name, taken, states(chairAntiplatelet, 'yes')),
  ),
  row(ours('name:chloroquine'), 'chloroquine', taken, states(chairWeakener, 'yes')),
  row(unconfirmed.rxnorm('1191'), 'aspirin', taken, states(chairAntiplatelet, 'yes')),
  row(unconfirmed.rxnorm('32968'), 'clopidogrel', taken, states(chairAntiplatelet, 'yes')),
  row(unconfirmed.rxnorm('2393'), 'chloroquine', taken, states(chairWeakener, 'yes')),
  row(unconfirmed.rxnorm('5521'), 'hydroxychloroquine', taken, states(chairWeakener, 'yes')),
  ...[
    ours('allergy.toxin'),
    ...toxinProducts,
    ...dysport,
    ...toxins.map((name) => ours(`toxin.${name}`)),
    ...namesOfToxin.map(([name]) => ours(`name:${name}`)),
  ].map((code) => row(code, 'allergy to a botulinum toxin', ['AllergyIntolerance'], states(chairAllergy, 'product'))),
]

const consents: readonly CodeMeaning[] = [
  row(ours('consent.toxin'), 'consent to injections', ['Consent'], measures(consentToxin)),
  ...facialToxinProcedure.map((code) => row(code, 'consent to injections', ['Consent'], measures(consentToxin))),
  row(ours('consent.surgery'), 'consent to surgery', ['Consent'], measures(consentSurgery)),
  ...decompressionProcedure.map((code) => row(code, 'consent to surgery', ['Consent'], measures(consentSurgery))),
]

export const eventTerms: readonly CodeMeaning[] = [
  ...products,
  ...procedures,
  ...sites,
  ...reasons,
  ...medicines,
  ...consents,
]

/**
 * The treatment that the toxin gate stands before, for those who watch over what is written: no reason given counts as
 * the face, any other coded reason does not.
 */
export const facialToxin = {
  entry: session,
  indication: session.fields.indication,
  covers: ['hfs', 'cosmetic'],
  reasonCodes: reasonsAtTheDoor,
  doneThere: facialToxinProcedure,
  doneElsewhere: injectedElsewhere,
  reasons: [...spasmInWords, ...looksInWords],
  readBeside: spasmInWords,
  givenHere: session.fields.performedHere,
  amount: session.fields.units,
  names: [...namesOfToxin.map(([name]) => name), ...namesAtTheDoor],
  stems: ['botulin'],
  otherWords: ['botulis'],
  likeNames: [
    'neurotoxin',
    'toxin inj',
    'toxin treat',
    'bonta',
    'b0tox',
    'bot0x',
    'b0t0x',
    'ботокк',
    'siax',
    '衡力',
    'neuromodulator',
    'bont ',
    'botn',
    'chemical denerv',
  ],
  likeActs: ['injec', 'injek', 'inyec', 'iniez', 'infiltr', 'zastrzyk', 'enjek', 'инъек', 'укол', '注射'],
  otherActs: ['contrast', 'kontrast', 'gadol', 'nerve block'],
} as const
