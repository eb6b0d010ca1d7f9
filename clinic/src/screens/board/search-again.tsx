import { Button } from '@mantine/core'
import { SearchIcon } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import classes from './board.module.css'
import { headerHeight } from './people-grid.tsx'
import { words } from './words.ts'

type SearchAgainProps = Readonly<{ field: RefObject<HTMLInputElement | null> }>

/** Far down the list a telephone, which has no key for it, has a way back to the search under the thumb. */
export function SearchAgain({ field }: SearchAgainProps) {
  return useInSight(field) ? null : (
    <Button
      className={classes.searchAgain}
      radius="xl"
      leftSection={<SearchIcon size={18} aria-hidden />}
      onClick={() => {
        field.current?.focus({ preventScroll: true })
        // Another name takes the place of the one that was searched for.
        field.current?.select()
        field.current?.scrollIntoView({ block: 'center' })
      }}
    >
      {words.searchAgain}
    </Button>
  )
}

/** Whether somebody sees it below the head of the page; true until that is known. */
function useInSight(field: RefObject<Element | null>): boolean {
  const [isInSight, setInSight] = useState(true)
  useEffect(() => {
    if (field.current === null) return
    const watch = new IntersectionObserver(([seen]) => setInSight(seen?.isIntersecting !== false), {
      rootMargin: `-${headerHeight}px 0px 0px 0px`,
    })
    watch.observe(field.current)
    return () => watch.disconnect()
  }, [field])
  return isInSight
}
