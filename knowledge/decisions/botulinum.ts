import {
  atTheChair,
  decided,
  gate,
  lessThan,
  named,
  need,
  not,
  ownJudgement,
  sessionGate,
  when,
} from '@facialis/language'
import {
  chairAllergy,
  chairAnticoagulant,
  chairAntiplatelet,
  chairEye,
  chairInfection,
  chairNeuromuscular,
  chairNewFlag,
  chairPotentiator,
  chairPregnancy,
  chairSwallowingBreathing,
  chairToxinElsewhere,
  chairWeakener,
} from '../facts/index.ts'
import { minimumReinjectionInterval, otherToxinInterval, toxinAfterSurgeryCaution } from '../policy/index.ts'
import {
  A1,
  A2,
  A3,
  A6,
  A10,
  A11,
  A13,
  A15a,
  A16,
  A19,
  A20,
  A21,
  A23,
  K4,
  K8,
  K54,
  K55,
  K56b,
  K57,
  K80,
  S2,
  S12,
  S13,
  Schrader2018,
  T26,
  T27,
  T28,
} from '../sources/index.ts'
import { emergencyComplaint, emergencyList, postOperativeList } from './complaints.ts'
import { alive, child, sinceDecompression, sinceFacialToxin, sinceOtherToxin } from './course.ts'
import { toxinLately } from './cumulative.ts'
import { examined, oneSided, signedDiagnosis, stronglyOpposed } from './diagnosis-conditions.ts'
import { exceptionKinds } from './exceptions.ts'
import { demyelination, flags, noOpenRedFlag, otherLesion, tumour, vascularMalformation } from './rule-outs.ts'

/** No injection before imaging and other testing have ruled out a lesion; nothing here can be clicked away. */
export const botulinum = gate('botulinum', {
  asks: 'May botulinum toxin be offered and ordered for this face?',
  needs: [
    need('ST-01', named('the patient is alive', alive)).because(
      'The person has died: nothing is offered any more.',
      ownJudgement('nothing can be offered to somebody who has died'),
    ),
    need('DX-05', signedDiagnosis).because(
      'Treatment needs a diagnosis that is at least probable, signed by somebody authorised to sign.',
      S12,
      A11,
    ),
    need('DX-04', named('nothing speaks strongly against hemifacial spasm', not(stronglyOpposed))).because(
      'Synchronous movement of both sides, a premonitory urge, jaw or limb involvement or impaired awareness suggest another condition: check for them.',
      K4,
      K8,
      S12,
    ),
    need('DX-08', oneSided).because(
      'One side of the face, or both sides asynchronously; anything else is another condition or a contradictory record.',
      K8,
      A13,
    ),
    need('RF-03', named('no emergency or urgent red flag is open', not(flags.urgentFlagOpen))).because(
      'An emergency or urgent red flag is open, or some have not been asked about.',
      S13,
      A6,
    ),
    need('RF-03/complaint', named('no emergency complaint is open', not(emergencyComplaint))).because(
      `An emergency complaint comes first: ${emergencyList}; within a year of an operation also ${postOperativeList}.`,
      A15a,
      K55,
    ),
    need('RF-02', noOpenRedFlag).because('A red flag is open, or not every red flag was asked about.', S13, A6),
    need('BT-02/examination', examined).because(
      'The guidance also requires “other testing”: the examination must be done and be normal, or its findings explained.',
      S13,
      A10,
    ),
    need('BT-02/tumour', named('tumour ruled out', decided(tumour, 'cleared'))).because(
      'No toxin until imaging has ruled out a tumour.',
      S13,
      S2,
      A3,
    ),
    need(
      'BT-02/vascular-malformation',
      named('vascular malformation ruled out', decided(vascularMalformation, 'cleared')),
    ).because('No toxin until imaging has ruled out a vascular malformation.', S13, S2, A3),
    need('BT-02/demyelination', named('multiple sclerosis ruled out', decided(demyelination, 'cleared'))).because(
      'No toxin until imaging has ruled out multiple sclerosis.',
      S13,
      S2,
      A3,
    ),
    need('BT-02/other-lesion', named('any other lesion ruled out', decided(otherLesion, 'cleared'))).because(
      'No toxin until imaging has ruled out any other lesion.',
      S13,
      A3,
    ),
  ],
  limits: [
    when('A16', child).blocks().because('Under 18 only a paediatric neurologist may raise an exception.', A16, K57),
    when('BT-05', lessThan(sinceFacialToxin, minimumReinjectionInterval))
      .blocks()
      .because(
        'Toxin was given to the face, cosmetic use included, less than the minimum interval ago.',
        K54,
        K57,
        A19,
      ),
    when('BT-05/other', lessThan(sinceOtherToxin, otherToxinInterval))
      .cautions()
      .because('Toxin for another indication was given in the last twelve weeks; it counts towards the total.', A2),
    when('BT-15', lessThan(sinceDecompression, toxinAfterSurgeryCaution))
      .cautions()
      .because('In the first year after the operation, toxin masks delayed relief.', A23),
    atTheChair('BT-03/infection', chairInfection, 'yes')
      .blocks()
      .because('Infection at the injection site: wait until it has cleared.', K56b),
    atTheChair('BT-03/allergy', chairAllergy, 'product')
      .blocks()
      .because('Allergy to the product or a part of it.', K56b),
    atTheChair('BT-03/milk', chairAllergy, 'milk-protein')
      .cautions()
      .because('Cow’s-milk allergy: not abobotulinumtoxinA.', T27)
      .flagged(),
    atTheChair('BT-03/neuromuscular', chairNeuromuscular, 'yes')
      .blocks()
      .because(
        'Myasthenia gravis, Lambert–Eaton syndrome, motor neuron disease or another neuromuscular disorder: only with a neuromuscular specialist’s note.',
        K56b,
        A21,
      ),
    atTheChair('BT-03/swallowing-new', chairSwallowingBreathing, 'new')
      .blocks()
      .because('New trouble with swallowing, breathing or a limb is examined first.', K55, A1),
    atTheChair('BT-03/swallowing', chairSwallowingBreathing, 'existing')
      .cautions()
      .because('Existing swallowing or breathing difficulty: do not inject the lower face or neck.', K55, A21),
    atTheChair('BT-03/pregnancy', chairPregnancy, 'pregnant-or-trying')
      .blocks()
      .because('Pregnant or trying to conceive: treatment is elective; make a shared decision.', K80, A21),
    atTheChair('BT-03/anticoagulant', chairAnticoagulant, 'doac', 'warfarin-in-range')
      .cautions()
      .because(
        'Use a fine needle and apply pressure; never stop an anticoagulant for facial toxin.',
        A20,
        Schrader2018,
      ),
    atTheChair('BT-03/warfarin', chairAnticoagulant, 'warfarin-out-of-range')
      .blocks()
      .because('INR above range or more than four weeks old: postpone, or accept with a reason.', A20),
    atTheChair('BT-03/antiplatelet', chairAntiplatelet, 'yes')
      .notes()
      .because('Aspirin or clopidogrel alone: bruising is more likely; nothing else changes.', A20),
    atTheChair('BT-03/potentiator', chairPotentiator, 'yes')
      .cautions()
      .because('The medicine may strengthen the effect.', K80, T26)
      .flagged(),
    atTheChair('BT-03/weakener', chairWeakener, 'yes').cautions().because('The medicine may weaken the effect.', K80),
    atTheChair('BT-03/eye', chairEye, 'yes')
      .cautions()
      .because('Narrow-angle glaucoma, dry eye or weak eye closure: fewer units and an eye review.', A21, T28)
      .flagged(),
    atTheChair('BT-03/toxin-elsewhere', chairToxinElsewhere, 'yes')
      .blocks()
      .because('Toxin was given elsewhere within twelve weeks: enter it, then count from there.', A1, A19),
    atTheChair('FU-04/chair', chairNewFlag, 'yes')
      .blocks()
      .because('A new red flag was named at the chair: look into it first.', A1, S13),
  ],
  exceptions: exceptionKinds,
  detail: { cumulative: toxinLately },
})

/** Whether this injection may be signed today: behind the standing gate, with the at-chair list answered. */
export const botulinumSession = sessionGate('botulinum.session', botulinum, {
  asks: 'May today’s injection be signed?',
  needs: [],
})
