import { useEffect, useState } from 'react';

/**
 * The text of a field that is saved while it is typed in. The server trims it; that must not take the space away after
 * which the next word is about to come.
 */
export function useTypedText(value: string, onChange: (text: string) => void) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped((now) => (now.trim() === value.trim() ? now : value)), [value]);
  return {
    value: typed,
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped(event.currentTarget.value);
      onChange(event.currentTarget.value);
    },
  };
}
