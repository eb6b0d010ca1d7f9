import type { Chart, Day } from '@facialis/language'
import { listAsked, type Manner, Statements } from './statements.ts'

const plain: Manner = { adverse: [] }
const yesIsAdverse: Manner = { adverse: ['yes'] }
const noIsAdverse: Manner = { adverse: ['no'] }
const redFlag: Manner = { adverse: ['yes'], judged: { of: 'yes', by: ['yes-resolved'] } }
const examined: Manner = { adverse: ['yes'], judged: { of: 'yes', by: ['yes-explained'] } }
const listedLesion: Manner = {
  adverse: ['present', 'present-possible', 'present-causal'],
  judged: { of: 'present', by: ['present-unrelated', 'present-possible', 'present-causal'] },
}
const conclusion: Manner = { adverse: ['possible', 'unlikely'] }
const kind: Manner = { adverse: ['mimic', 'post-paralytic'] }
const signer: Manner = { adverse: ['specialist-elsewhere', 'trainee', 'other'] }
const ending: Manner = { adverse: ['deceased'] }
const risk: Manner = { adverse: ['III', 'IV'] }
const pregnancy: Manner = { adverse: ['pregnant-or-trying'] }
const swallowing: Manner = { adverse: ['existing', 'new'] }
const anticoagulant: Manner = { adverse: ['doac', 'warfarin-in-range', 'warfarin-out-of-range'] }
const allergy: Manner = { adverse: ['milk-protein', 'product'] }

/** What is known of the person on the day, apart from what is recorded as entries. */
export function personOn(chart: Chart, asOf: Day) {
  const said = new Statements(chart, asOf)
  const word = (fact: string, manner: Manner = plain) => said.answer(fact, manner).word

  const examination = listAsked(chart, 'examination', asOf)
  const sign = (fact: string, manner: Manner = yesIsAdverse) => said.listed(fact, examination, manner)

  const everyFlag = listAsked(chart, 'red-flags', asOf)
  const flag = (fact: string) => said.listed(fact, everyFlag, redFlag)

  const chair = listAsked(chart, 'at-chair', asOf)
  const atChair = (fact: string, manner: Manner = yesIsAdverse) => said.atChair(fact, chair, manner)

  return {
    birthDate: said.date('person.birthDate'),
    onset: said.date('hfs.onset'),
    side: said.answer('hfs.side', plain),
    triaged: said.date('referral.triaged'),
    closed: said.answerOr('episode.closed', 'no', ending),

    unilateral: word('ph.unilateral', noIsAdverse),
    cn7Only: word('ph.cn7Only', noIsAdverse),
    onsetOrbicularisOculi: word('ph.onsetOrbicularisOculi'),
    downwardSpread: word('ph.downwardSpread'),
    synchronous: word('ph.synchronous'),
    otherBabinski: word('ph.otherBabinski'),
    lidOnly: sign('ph.lidOnly', plain).word,
    weakness: sign('ph.weakness', plain).word,
    priorPalsy: sign('ph.priorPalsy').word,
    bilateralSync: sign('ph.bilateralSync').word,
    bilateralAsync: sign('ph.bilateralAsync', plain),
    premonitoryUrge: sign('ph.premonitoryUrge').word,
    awarenessLost: sign('ph.awarenessLost'),
    nonstop: sign('ph.nonstop'),
    marching: sign('ph.marching').word,
    jawOrTongue: sign('ph.jawOrTongue').word,
    limbInvolved: sign('ph.limbInvolved').word,
    continuousRipple: sign('ph.continuousRipple'),
    onlyWithMovement: sign('ph.onlyWithMovement').word,

    observed: word('exam.observed'),
    cranialNerves: sign('exam.cranialNerves', examined),
    limbsAndGait: sign('exam.limbsAndGait', examined),
    earAndParotid: sign('exam.earAndParotid', examined),

    conclusion: said.answer('dx.class', conclusion),
    concludedKind: said.answerOr('dx.phenotype', 'not-stated', kind),
    signedBy: word('dx.signedBy', signer),
    agreed: said.answer('dx.agreed', noIsAdverse),

    limbOrSpeech: flag('rf.limbOrSpeech'),
    suddenPalsy: flag('rf.suddenPalsy'),
    thunderclap: flag('rf.thunderclap'),
    raisedPressure: flag('rf.raisedICP'),
    epilepsy: flag('rf.epc'),
    suddenHearingLoss: flag('rf.suddenHearingLoss'),
    zoster: flag('rf.zoster'),
    onsetUnder2: flag('rf.onsetUnder2'),
    multipleNerves: flag('rf.multiCN'),
    cerebellar: flag('rf.cerebellar'),
    hearingLoss: flag('rf.hearingLoss'),
    facialNumb: flag('rf.facialNumb'),
    progressiveWeakness: flag('rf.progressiveWeakness'),
    msHistory: flag('rf.msHistory'),
    myokymia: flag('rf.myokymia'),
    parotidMass: flag('rf.parotidMass'),
    earDischarge: flag('rf.earDischarge'),
    cancer: flag('rf.cancer'),
    chiari: flag('rf.chiari'),
    ageUnder18: flag('rf.ageUnder18'),
    ageUnder30: flag('rf.ageUnder30'),
    trauma: flag('rf.trauma'),
    bilateral: flag('rf.bilateral'),
    lowerFaceOnset: flag('rf.lowerFaceOnset'),
    painfulTonic: flag('rf.painfulTonic'),
    rapidOnset: flag('rf.rapidOnset'),
    palsyUnder24Hours: said.answer('palsy.under24Hours', plain),
    palsyForeheadSpared: said.answer('palsy.foreheadSpared', plain),
    palsyVisionSign: said.answer('palsy.visionSign', plain),

    knownTumour: said.answerOr('known.tumour', 'not-listed', listedLesion),
    knownMalformation: said.answerOr('known.vascularMalformation', 'not-listed', listedLesion),
    knownDemyelination: said.answerOr('known.demyelination', 'not-listed', listedLesion),
    knownOtherLesion: said.answerOr('known.otherLesion', 'not-listed', listedLesion),
    mriImpossible: word('mri.impossible'),

    wishSurgery: word('wish.surgery', noIsAdverse),
    wishToxin: word('wish.toxin'),
    disability: word('disability'),
    surgeryBar: said.answerOr('surgery.bar', 'none-recorded', yesIsAdverse),
    onlyHearingEar: word('onlyHearingEar', yesIsAdverse),
    asa: word('asa', risk),
    audiogram: said.date('audiogram'),
    theatreDate: said.date('theatreDate'),

    chair: {
      infection: atChair('chair.infection'),
      pregnancy: atChair('chair.pregnancy', pregnancy),
      swallowingBreathing: atChair('chair.swallowingBreathing', swallowing),
      anticoagulant: atChair('chair.anticoagulant', anticoagulant),
      antiplatelet: atChair('chair.antiplatelet', plain),
      potentiator: atChair('chair.potentiator'),
      weakener: atChair('chair.weakener'),
      allergy: atChair('chair.allergy', allergy),
      neuromuscular: atChair('chair.neuromuscular'),
      eye: atChair('chair.eye'),
      toxinElsewhere: atChair('chair.toxinElsewhere'),
      newFlag: atChair('chair.newFlag'),
    },
  }
}

export type Person = ReturnType<typeof personOn>
