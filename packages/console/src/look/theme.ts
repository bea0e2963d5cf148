// Light, dark, or as the device is.

import { useMantineColorScheme } from '@mantine/core';

export type Theme = 'auto' | 'light' | 'dark';

/** The theme here, and how to change it. */
export function useTheme(): { readonly theme: Theme; readonly turn: (theme: Theme) => void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return { theme: colorScheme, turn: setColorScheme };
}
