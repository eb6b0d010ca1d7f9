import { useLocalStorage } from '@mantine/hooks'

/** A yes-or-no wish of this browser about the frame itself. Never anything about a person. */
export function usePreference(name: string, fallback: boolean): readonly [boolean, (value: boolean) => void] {
  const [value, setValue] = useLocalStorage({
    key: `facialis.${name}`,
    defaultValue: fallback,
    getInitialValueInEffect: false,
  })
  return [value, setValue]
}
