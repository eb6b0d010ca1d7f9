import { passagesOf } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import type { Check } from './dose-limits.ts'
import { words } from './words.ts'

type ToldChecksProps = Readonly<{ checks: readonly Check[]; today: string }>

/** What does not hold the signature but is said before it: what asks for a reason, and what is only told. */
export const ToldChecks = ({ checks, today }: ToldChecksProps) =>
  checks
    .filter(({ level }) => level !== 'stop')
    .map(({ level, text, source }) => {
      const passages = text === words.lowerFace ? passagesOf(['K76', 'K71', 'K78']) : (source?.passages ?? [])
      return (
        <Notice
          key={text}
          tone={level === 'reason' ? 'caution' : 'notice'}
          title={text}
          beside={passages.length > 0 && <PassageButton passages={passages} today={today} />}
        />
      )
    })
