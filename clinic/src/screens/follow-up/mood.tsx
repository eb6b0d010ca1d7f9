import { Text } from '@mantine/core'
import { passagesOf } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import type { Mood } from './mood-asks.ts'
import { words } from './words.ts'

/** What a mood score asks for, said at once and in fixed words. */
export function MoodNotice({ asks, today }: Readonly<{ asks: Mood; today: string }>) {
  if (asks === 'nothing') return null
  const urgent = asks === 'contact-today'
  return (
    <Notice
      tone={urgent ? 'blocked' : 'notice'}
      role={urgent ? 'alert' : 'status'}
      title={urgent ? words.mood.contact : words.mood.letter}
    >
      <Text>
        {urgent ? words.mood.contactText : words.mood.letterText}{' '}
        <PassageButton passages={passagesOf(['A27'])} today={today} />
      </Text>
    </Notice>
  )
}
