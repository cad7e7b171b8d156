import type { ApplicationForm } from '@common/contract/applications';
import { TITLES } from '@common/terms';
import { Button } from 'antd';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import { LecturerModal } from './lecturerModal';

export type Lecturer = ApplicationForm['courses'][number]['lecturers'][number];
const MOST = 10;

interface Props {
  lecturers: readonly Lecturer[];
  /** The course that they lecture in. */
  label: string;
  onChange: (lecturers: Lecturer[]) => void;
}

/** A lecturer in one line: 李雪梅，主任护师，漯河市中心医院. */
export const lecturerInWords = ({ name, title, unitName }: Lecturer): string =>
  [name || '没有填写姓名', title && TITLES[title], unitName].filter(Boolean).join('，');

/** The lecturers of a course; each opens to be changed. */
export function Lecturers({ lecturers, label, onChange }: Props) {
  const [editing, setEditing] = useState<number | null>(null);
  const close = () => setEditing(null);
  return (
    <div className="lecturer-tags">
      {lecturers.map((lecturer, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two of a name can lecture together.
        <span key={at} className="lecturer-tags__one">
          <button type="button" className="lecturer-tags__name" onClick={() => setEditing(at)}>
            {lecturerInWords(lecturer)}
          </button>
          <button
            type="button"
            className="lecturer-tags__remove"
            aria-label={`移除主讲人${lecturer.name}`}
            onClick={() => onChange(lecturers.filter((_, index) => index !== at))}
          >
            <Icon name="close" size={13} />
          </button>
        </span>
      ))}
      {lecturers.length < MOST && (
        <Button
          type="link"
          className="inline-link"
          aria-label={`${label}添加主讲人`}
          onClick={() => setEditing(lecturers.length)}
        >
          添加主讲人
        </Button>
      )}
      <LecturerModal
        lecturer={editing === null ? null : (lecturers[editing] ?? 'new')}
        onClose={close}
        onSave={(lecturer) => {
          const next = [...lecturers];
          next[editing ?? next.length] = lecturer;
          onChange(next);
          close();
        }}
      />
    </div>
  );
}
