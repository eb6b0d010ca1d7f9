import {
  all,
  any,
  decide,
  detail,
  established,
  is,
  no,
  not,
  otherwise,
  ownJudgement,
  rule,
  unanswered,
  yes,
} from '@facialis/language'
import {
  coreFeatures,
  dxClass,
  dxPhenotype,
  mimicFeatures,
  phBilateralAsync,
  phCn7Only,
  phDownwardSpread,
  phLidOnly,
  phOnsetOrbicularisOculi,
  phPriorPalsy,
  phUnilateral,
  rfLowerFaceOnset,
} from '../facts/index.ts'
import { A13, K2, K4, K5, K5a, K8, K10, K12a, K16, K17, S1, T1 } from '../sources/index.ts'
import { certainty } from './certainty.ts'
import { anotherDisorder, onlyWhenUsed, rippling, signed } from './diagnosis-conditions.ts'
import { differential } from './differential.ts'

const recorded = ownJudgement('a recorded conclusion about the phenotype counts where no feature says otherwise')

const lowerFaceOnset = all(yes(phUnilateral), yes(phCn7Only), is(rfLowerFaceOnset, 'yes', 'yes-resolved'))
const typicalDescription = all(
  yes(phUnilateral),
  yes(phCn7Only),
  yes(phOnsetOrbicularisOculi),
  any(yes(phDownwardSpread), no(phLidOnly)),
)

/** Nothing leads while nothing is known. */
const anythingKnown = not(
  all(...[...coreFeatures, ...mimicFeatures, dxClass].map(unanswered), is(dxPhenotype, 'not-stated')),
)

/**
 * Which kind it is. No offer rests on this answer, so features not asked about are passed over: a plain description
 * is called typical, and nobody is called a mimic for want of an answer.
 */
export const phenotype = decide('phenotype', {
  asks: 'What kind of facial movement disorder is this?',
  answers: ['typical', 'atypical', 'post-paralytic', 'bilateral', 'mimic', 'undetermined'],
  undetermined: 'undetermined',
  rules: [
    rule('DX-04', established(anotherDisorder))
      .answers('mimic')
      .because('A feature was recorded that hemifacial spasm does not have.', K4, K8, T1)
      .over('DX-09'),
    rule('DX-09', established(rippling))
      .answers('mimic')
      .because('Continuous rippling is myokymia until shown otherwise.', K16)
      .over('DX-07a'),
    rule('DX-07a', established(onlyWhenUsed))
      .answers('mimic')
      .because('Movement that comes only with voluntary movement of the face is synkinesis.', K5a, K17)
      .over('DX-05'),
    rule('DX-05', established(any(is(dxPhenotype, 'mimic'), all(is(dxClass, 'unlikely'), signed))))
      .answers('mimic')
      .because('The clinician concluded that this is something else.', recorded)
      .over('DX-07'),
    rule(
      'DX-07',
      any(
        established(is(dxPhenotype, 'post-paralytic')),
        // After a palsy it must be known that bursts come by themselves: otherwise it may be synkinesis.
        all(established(yes(phPriorPalsy)), not(onlyWhenUsed)),
      ),
    )
      .answers('post-paralytic')
      .because('The face was paralysed on that side before, and there are spontaneous bursts.', K5a, A13)
      .over('DX-08'),
    rule('DX-08', established(any(yes(phBilateralAsync), is(dxPhenotype, 'bilateral'))))
      .answers('bilateral')
      .because('Both sides are affected, asynchronously; an expert reviews it.', K8, A13)
      .over('DX-01a'),
    rule('DX-01a', established(any(lowerFaceOnset, is(dxPhenotype, 'atypical'))))
      .answers('atypical')
      .because('One-sided spasm that began in the lower face.', K12a)
      .over('DX-01'),
    rule('DX-01', established(any(typicalDescription, is(dxPhenotype, 'typical'))))
      .answers('typical')
      .because('One-sided spasm of facial muscles that began around the eye.', S1, K2, K5, K10),
  ],
  otherwise: otherwise('DX-01b', 'undetermined', 'Too little is known to say which kind it is.', recorded),
  detail: {
    certainty: detail.answerOf(certainty),
    leading: detail.firstOf({ when: anythingKnown, tell: detail.leaderOf(differential) }),
  },
})
