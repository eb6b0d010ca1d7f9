import { all, decide, established, is, otherwise, ownJudgement, rule } from '@facialis/language'
import { dxClass } from '../facts/index.ts'
import { A11, A12, A13, A14, K2, K3, K4, K8, S1, S12, T1 } from '../sources/index.ts'
import { browSign, described, lidOnly, sameInstant, signed, stronglyOpposed } from './diagnosis-conditions.ts'

const criteria = ownJudgement(
  'no validated score exists; the classes reflect expert bedside practice, and the site may change them',
)
type Class = 'definite' | 'probable' | 'possible' | 'unlikely'
const saidBySigner = (conclusion: Class) => established(all(is(dxClass, conclusion), signed))

/**
 * How sure it is that this is hemifacial spasm. It tells where a person stands; offers rest on `signedDiagnosis` and
 * on `stronglyOpposed` being no, because a class worked out from a description alone must never open one.
 */
export const certainty = decide('certainty', {
  asks: 'How certain is the diagnosis of hemifacial spasm?',
  answers: ['possible', 'unlikely', 'probable', 'definite'],
  boldness: [['possible', 'unlikely'], ['probable'], ['definite']],
  rules: [
    rule('DX-04', established(stronglyOpposed))
      .answers('unlikely')
      .because('A feature was recorded that is not seen in hemifacial spasm.', K4, K8, T1)
      .over('DX-05a'),
    rule('DX-05a', saidBySigner('definite'))
      .answers('definite')
      .because('The clinical conclusion is definite and signed.', S12, A11)
      .over('DX-05b'),
    rule('DX-05b', saidBySigner('probable'))
      .answers('probable')
      .because('The clinical conclusion is probable and signed.', S12, A11, A12)
      .over('DX-05c'),
    rule('DX-05c', saidBySigner('possible'))
      .answers('possible')
      .because('The signed clinical conclusion is no more than possible.', S12, A11)
      .over('DX-05d'),
    rule('DX-05d', saidBySigner('unlikely'))
      .answers('unlikely')
      .because('The signed clinical conclusion is that hemifacial spasm is unlikely.', S12, A11)
      .over('DX-03'),
    rule('DX-03', browSign)
      .answers('definite')
      .because(
        'One-sided, facial muscles only, seen or filmed, and the brow rises as the eye closes.',
        S1,
        K3,
        A13,
        criteria,
      )
      .over('DX-02'),
    rule('DX-02', sameInstant)
      .answers('definite')
      .because(
        'One-sided, facial muscles only, seen or filmed, upper and lower face at the same instant.',
        S1,
        K2,
        A12,
        A13,
        criteria,
      )
      .over('DX-10'),
    rule('DX-10', lidOnly)
      .answers('possible')
      .because('The twitch is confined to one lid.', A14, criteria)
      .over('DX-01'),
    rule('DX-01', described)
      .answers('probable')
      .because(
        'One-sided, facial muscles only, begun around the eye or spread from there; not yet observed.',
        S1,
        K2,
        A13,
        criteria,
      )
      .over('DX-01a'),
    rule('DX-01a', established(is(dxClass, 'definite', 'probable')))
      .answers('probable')
      .because(
        'The diagnosis is on record but has not been signed here.',
        S1,
        ownJudgement(
          'a recorded diagnosis is a conclusion, but no more than probable until somebody who may sign has signed',
        ),
      ),
  ],
  otherwise: otherwise('DX-01b', 'possible', 'Key features are not known.', criteria),
})
