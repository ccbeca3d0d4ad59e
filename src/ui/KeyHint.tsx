import './KeyHint.css';

/** Keys as they are printed on the keyboard: `C`, `Ctrl+K`, `J K`. Only for the eye; `?` lists them for everybody. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className="key-hints" aria-hidden="true">
      {keys.split(' ').map((key) => (
        <kbd key={key} className="key-hint">{key.replace('+', ' ')}</kbd>
      ))}
    </span>
  );
}
