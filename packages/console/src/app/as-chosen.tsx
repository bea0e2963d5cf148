// Makes the console on this device as somebody chose it, here or on another one: language, colours, density, keys.

import { type ReactNode, useEffect } from 'react';
import { useOwnSettings } from '../api/own-settings.ts';
import { useTheme } from '../look/theme.ts';
import { useLanguage } from '../words/words.tsx';
import { switchKeys } from './keys.ts';

export function AsChosen(): ReactNode {
  const { density, language, singleKeys, theme } = useOwnSettings();
  const { speak } = useLanguage();
  const { turn } = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen decides, not who applies it
  useEffect(() => {
    if (language !== undefined) speak(language);
  }, [language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen decides, not who applies it
  useEffect(() => {
    if (theme !== undefined) turn(theme);
  }, [theme]);
  useEffect(() => {
    if (singleKeys !== undefined) switchKeys(singleKeys);
  }, [singleKeys]);
  useEffect(() => {
    if (density === undefined) return;
    document.documentElement.dataset['density'] = density;
  }, [density]);
  return null;
}
