import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { LockIcon } from 'lucide-react'
import { useState } from 'react'
import { Notice } from '../../pieces/notice.tsx'
import { dateWords } from '../../words/dates.ts'
import classes from './injection.module.css'
import type { PastSession } from './past-sessions.ts'
import { changeProduct, type Plan } from './plan.ts'
import { products } from './products.ts'
import { words } from './words.ts'

type ProductLockProps = Readonly<{
  plan: Plan
  last: PastSession | null
  onChange: (next: (plan: Plan) => Plan) => void
  problem: string | undefined
}>

/** The product of the last session stays until somebody says twice that it is another one. */
export function ProductLock({ plan, last, onChange, problem }: ProductLockProps) {
  const [changing, setChanging] = useState(false)
  const [to, setTo] = useState('')
  const choice = (label: string, value: string, choose: (product: string) => void) => (
    <NativeSelect
      label={label}
      error={problem}
      value={value}
      data={[{ value: '', label: words.vial.choose }, ...products.filter((one) => !changing || one !== plan.product)]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  )
  if (plan.product === null)
    return choice(words.vial.product, '', (product) => product !== '' && onChange((now) => ({ ...now, product })))
  return (
    <div>
      <Group gap="xs" align="center">
        <LockIcon size={18} aria-hidden />
        <Text fw={650}>{plan.product}</Text>
        {last !== null && last.product === plan.product && last.date !== null && (
          <Text size="sm" c="dimmed">
            {words.vial.locked(dateWords(last.date))}
          </Text>
        )}
        {!changing && (
          <Button variant="default" size="xs" onClick={() => setChanging(true)}>
            {words.vial.change}
          </Button>
        )}
      </Group>
      {changing && (
        <div className={classes.confirm}>
          <Notice tone="caution" title={words.vial.changeText}>
            {choice(words.vial.changeTo, to, setTo)}
            <Group gap="xs" mt="xs">
              <Button
                size="xs"
                disabled={to === ''}
                onClick={() => {
                  onChange((now) => changeProduct(now, to))
                  setChanging(false)
                  setTo('')
                }}
              >
                {words.vial.confirmChange}
              </Button>
              <Button variant="default" size="xs" onClick={() => setChanging(false)}>
                {words.vial.keep}
              </Button>
            </Group>
          </Notice>
        </div>
      )}
    </div>
  )
}
