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
      // The working brain, which nobody reads for a lesion.
      ...[
        'functional mri',
        'functional mr',
        'functional magnetic resonance',
        'functional brain mri',
        'funktionelle mrt',
      ],
      ...['funktionelles mrt', 'funktionelle kernspin*', 'funktionelle magnetresonan*', 'mrt funktionell'],
      ...['irm fonctionnelle', 'irm cerebrale fonctionnelle', 'rm funcional', 'rmn funcional', 'resonancia funcional'],
      ...['resonancia magnetica funcional', 'ressonancia funcional', 'ressonancia magnetica funcional'],
      ...['rm funzionale', 'risonanza funzionale', 'risonanza magnetica funzionale', 'functionele mri'],
    ],
  },
  denials: {
    before: [
      ...['no', 'not', 'without', 'excluding', 'ohne', 'nicht', 'kein', 'keine', 'keinen', 'pas', 'sans', 'sin', 'sem'],
      ...['nao', 'non', 'senza', 'geen', 'zonder', 'niet', 'w o', 'never', 'omit', 'skip', 'weder', 'neither'],
      // A scan that was made elsewhere is looked at.
      ...['review of', 'reread of', 're read of', 'second read of', 'second opinion', 'second opinion on'],
      ...['second opinion of', 'zweitmeinung', 'zweitmeinung zu', 'zweitbefund', 'zweitbefundung', 'nachbefundung'],
      ...['relecture', 'relecture de', 'relecture d’', "relecture d'", 'deuxieme avis', 'deuxieme avis sur'],
      ...['segunda opinion', 'segunda opinion de', 'segunda opinion sobre', 'revision de', 'segunda opiniao'],
      ...['segunda opiniao de', 'segunda opiniao sobre', 'revisao de', 'revisao da', 'seconda opinione'],
      ...['seconda opinione su', 'revisione', 'revisione di', 'herbeoordeling'],
      ...['herbeoordeling van', 'revisie', 'revisie van', 'tweede mening'],
    ],
    between: [
      ...['outside', 'external', 'previous', 'prior', 'earlier', 'old', 'recent', 'their', 'this', 'that'],
      ...['un', 'une', 'una', 'uma', 'need for', 'sequence', 'sequenz', 'secuencia', 'sequencia', 'sequenza'],
      ...[
        'auswartige*',
        'auswaertige*',
        'externe*',
        'fruhere*',
        'dieser',
        'dieses',
        'eines',
        'einer',
        'einem',
        'cette',
      ],
      ...['externa', 'previa', 'anterior', 'esta', 'esterna', 'precedente', 'questa', 'della', 'dell’', 'elders'],
      ...['sequentie'],
    ],
    // Only, and what is given or done instead: contrast, or another scan.
    ending: ['nur', 'que', 'km', 'gad', 'gd', 'civ', 'mdc', 'pdc', 'ct', 'tc', 'tac', 'tdm', 'eeg', 'emg', 'pet'],
    either: ['or', 'nor', 'oder', 'noch', 'ou', 'ni', 'o', 'ne', 'of'],
    after: [
      ...['not', 'no longer', "isn't", 'isn’t'].flatMap((not) =>
        ['required', 'needed', 'necessary', 'wanted', 'requested'].map((one) => `${not} ${one}`),
      ),
      ...['not indicated', 'not available', 'unavailable', 'not possible', 'unnecessary', 'declined', 'refused'],
      ...[
        'nicht erforderlich',
        'nicht notwendig',
        'nicht notig',
        'nicht noetig',
        'nicht gewunscht',
        'nicht gewuenscht',
      ],
      ...['not done', 'not performed', 'nicht benotigt', 'nicht benoetigt', 'nicht durchfuhrbar'],
      ...['nicht indiziert', 'nicht verfugbar', 'nicht verfuegbar', 'nicht moglich', 'nicht moeglich', 'unnotig'],
      ...['nicht durchfuehrbar'],
      ...['nicht mehr erforderlich', 'nicht mehr notwendig', 'nicht mehr notig', 'nicht mehr noetig', 'abgelehnt'],
      ...['entfallt', 'entfaellt'],
      ...['pas necessaire', 'non necessaire', 'inutile', 'non indiquee', 'non requise', 'pas indiquee', 'refusee'],
      ...['plus necessaire', 'non disponible', 'pas disponible', 'pas possible'],
      ...['no necesaria', 'no necesario', 'no requerida', 'no indicada', 'no disponible', 'no precisa', 'innecesaria'],
      ...['no es necesaria', 'ya no es necesaria', 'rechazada'],
      ...['nao necessaria', 'nao necessario', 'nao e necessaria', 'desnecessaria', 'nao indicada', 'nao disponivel'],
      ...['nao e mais necessaria', 'recusada'],
      ...['non necessaria', 'non e necessaria', 'non piu necessaria', 'non indicata', 'non richiesta'],
      ...['non disponibile', 'rifiutata'],
      ...[
        'niet nodig',
        'niet noodzakelijk',
        'niet meer nodig',
        'niet geindiceerd',
        'niet beschikbaar',
        'niet mogelijk',
      ],
      ...['hoeft niet', 'overbodig', 'geweigerd', 'vervalt'],
    ],
    linking: [
      ...['is', 'was', 'are', 'has been', 'ist', 'wird', 'wurde', 'est', 'n’est', "n'est", 'a ete', 'fue', 'ha sido'],
      ...['foi', 'e', 'e stata', 'wordt', 'werd'],
    ],
    undone: [
      ...['cancel', 'cancelled', 'canceled', 'cancellation of', 'storniert', 'storno', 'abgesagt', 'annulliert'],
      ...['annulee', 'annule', 'annulation de', 'cancelada', 'anulada', 'cancelar', 'anular', 'annullata', 'annullare'],
      ...['disdetta', 'geannuleerd', 'annuleren', 'discontinue', 'discontinued'],
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
