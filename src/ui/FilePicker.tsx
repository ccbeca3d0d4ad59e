import { type DragEvent, useRef, useState } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import { fileRefusal, fileSize } from './file-choice.ts';
import './FilePicker.css';

export interface FilePickerProps extends FieldProps {
  /** Endings: `.xlsx,.csv`. */
  accept?: string;
  maxMegabytes?: number;
  multiple?: boolean;
  files: readonly File[];
  onPick: (files: File[]) => void;
}

/** Files by button or by dropping them; what cannot be taken is said at once and not taken. */
export function FilePicker({ accept = '', maxMegabytes = 20, multiple = false, files, onPick, error, ...field }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();

  const take = (offered: FileList) => {
    const all = Array.from(offered);
    setRefused(all.map((it) => fileRefusal(it, accept, maxMegabytes)).find((it) => it !== undefined));
    const good = all.filter((it) => fileRefusal(it, accept, maxMegabytes) === undefined);
    if (good.length > 0) onPick(multiple ? [...files, ...good] : good.slice(0, 1));
    if (input.current) input.current.value = '';
  };
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };

  return (
    <Field {...field} error={refused ?? error}>
      {(control) => (
        <div
          className={over ? 'file-picker file-picker-over' : 'file-picker'}
          onDragOver={(event) => drag(event, true)}
          onDragLeave={(event) => drag(event, false)}
          onDrop={(event) => {
            drag(event, false);
            take(event.dataTransfer.files);
          }}
        >
          <p className="file-picker-invite">
            <label className="button" htmlFor={control.id}>选择文件</label>
            <span>或把文件拖到这里{accept ? `（${accept.replace(/,/g, '、')}，不超过 ${maxMegabytes} MB）` : ''}</span>
          </p>
          <input
            {...control}
            ref={input}
            type="file"
            className="file-picker-input"
            accept={accept}
            multiple={multiple}
            onChange={(event) => event.target.files && take(event.target.files)}
          />
          {files.length > 0 ? (
            <ul className="file-picker-files">
              {files.map((it, index) => (
                <li key={`${it.name}-${index}`}>
                  <span className="file-picker-name">{it.name}</span>
                  <span className="num">{fileSize(it.size)}</span>
                  <button type="button" className="file-picker-drop" onClick={() => onPick(files.filter((_, i) => i !== index))}>
                    移除<span className="visually-hidden">{it.name}</span>
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      )}
    </Field>
  );
}
