import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { CheckIcon, MonitorIcon, MoonIcon, SunIcon } from 'lucide-react'
import { words } from './words.ts'

const icons = { auto: MonitorIcon, light: SunIcon, dark: MoonIcon } as const
const schemes = ['auto', 'light', 'dark'] as const

/** Light, dark, or as the system says. A wish of this browser, kept apart from every record. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Now = icons[colorScheme]
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={`${words.scheme.label}: ${words.scheme[colorScheme]}`}>
          <Now size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(chosen) => setColorScheme(chosen as typeof colorScheme)}>
          {schemes.map((scheme) => {
            const Icon = icons[scheme]
            return (
              <Menu.RadioItem
                key={scheme}
                value={scheme}
                closeMenuOnClick
                checkIcon={<CheckIcon size={16} aria-hidden />}
                rightSection={<Icon size={16} aria-hidden />}
              >
                {words.scheme[scheme]}
              </Menu.RadioItem>
            )
          })}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
