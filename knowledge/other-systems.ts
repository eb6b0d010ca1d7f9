import { any, decided, established, is, not, some, unanswered } from '@facialis/language'
import { phenotype } from './decisions/phenotype.ts'
import { imagingOrder, operation, session, visit } from './entries/index.ts'
import { loinc, snomed } from './facts/codes.ts'
import { dxClass, phUnilateral, referralReceived, referralTriaged } from './facts/index.ts'

/**
 * Whom this pathway concerns. A system that shows its advice opens the charts of all its patients, and most of them have
 * nothing to do with it: a scan of the head, or a cancer, alone is no reason to speak.
 */
export const concerned = established(
  any(
    not(unanswered(referralReceived)),
    not(unanswered(referralTriaged)),
    not(unanswered(phUnilateral)),
    not(unanswered(dxClass)),
    decided(phenotype, 'typical', 'atypical', 'post-paralytic', 'bilateral'),
    some(visit),
    some(session, is(session.fields.indication, 'hfs')),
    some(operation),
  ),
)

/** A scan as other systems ask for it: its sequences, how they are written on the order, and what others call them. */
export const imagingRequest = {
  entry: imagingOrder,
  // What an order is asked to be completed by, and nothing else: the pathway itself counts on no word of anybody.
  likewise: {
    as: loinc('24590-2'),
    codes: [snomed('816077007')],
    named: [
      [
        ...['mri', 'mrt', 'cmrt', 'mr', 'nmr', 'irm', 'rm', 'rmn', 'rnm', 'kernspin*', 'magnetresonan*'],
        ...['magnetic resonance', 'resonance magnetique', 'resonancia', 'ressonancia', 'risonanza'],
      ],
      [
        ...['brain*', 'head', 'skull', 'cranial', 'cranium', 'intracranial', 'posterior fossa', 'cerebell*'],
        ...['schadel*', 'schaedel*', 'kopf', 'kopfes', 'gehirn*', 'hirn*', 'kleinhirn*', 'cmrt', 'c mrt'],
        ...['krania*', 'kranie*', 'kraniu*', 'neurokrani*', 'neurocrani*', 'cran*', 'cerebr*', 'encephal*', 'encefal*'],
        ...['tete', 'cerveau', 'fosse posterieure', 'cabeza', 'cabeca', 'fosa posterior', 'fossa posterior'],
        ...['testa', 'capo', 'cervello', 'hoofd', 'schedel*', 'hersen*'],
      ],
    ],
    // Other scans, and other bones with a head.
    unless: [
      ...['ct', 'tdm', 'tac', 'tc', 'pet', 'tep', 'spect'],
      ...['femor*', 'femur*', 'humer*', 'omer*', 'radial', 'radius', 'fibula*', 'metatars*', 'pancrea*'],
    ],
    // Vessels or substances alone, the neck below the skull, and how somebody lies in the machine.
    apart: [
      ...[
        'mr angio*',
        'mri angio*',
        'mrt angio*',
        'magnetic resonance angio*',
        'mr venogra*',
        'mr spectr*',
        'mr spektr*',
      ],
      ...['angio mr', 'angio mri', 'angio mrt', 'angio irm', 'angio rm', 'angiorm', 'angio rmn', 'angio risonanza'],
      ...['angio resonancia', 'angiorresonancia', 'angio ressonancia', 'angiorressonancia'],
      ...['craniocerv*', 'cranio cerv*', 'kraniozerv*', 'kranio zerv*', 'craneocerv*', 'craneo cerv*'],
      ...['head coil', 'head first', 'kopfspule'],
    ],
    denied: [
      ...['no', 'not', 'without', 'excluding', 'ohne', 'nicht', 'kein', 'keine', 'pas', 'sans', 'sin', 'sem', 'nao'],
      ...['non', 'senza', 'geen', 'zonder'],
    ],
  },
  parts: imagingOrder.fields.sequences,
  words: [
    {
      word: '3d-t2',
      says: '3D heavily T2-weighted, at most 1 mm (FIESTA-C, CISS, DRIVE, bFFE, SPACE or CUBE)',
      names: ['fiesta', 'ciss', 'bffe', 'b-ffe', 'heavily t2', 'high-resolution t2', '3d t2', '3d-t2'],
    },
    {
      word: 'tof-mra',
      says: '3D time-of-flight MR angiography',
      names: ['time-of-flight', 'time of flight', 'tof mra', 'tof-mra', 'tof angio'],
    },
    {
      word: 't1-contrast',
      says: 'T1 before and after contrast, fat-suppressed, through angle, temporal bone and parotid',
      names: ['with and without contrast', 'gadolinium', 'post-contrast', 'after contrast'],
    },
  ],
} as const
