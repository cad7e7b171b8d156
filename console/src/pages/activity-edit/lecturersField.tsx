import { TITLES } from '@common/terms';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import type { DraftLecturer } from './draft';
import { LecturerByName } from './lecturerByName';
import { LecturerByNumber } from './lecturerByNumber';

const MOST = 10;

interface Props {
  lecturers: readonly DraftLecturer[];
  /** Names the group to a screen reader. */
  label: string;
  onChange: (lecturers: DraftLecturer[]) => void;
}

/** 主讲人: by 人员编号 (医通卡号), matched at once, who can then be credited; or by name. */
export function LecturersField({ lecturers, label, onChange }: Props) {
  const [by, setBy] = useState<'number' | 'name'>('number');
  const add = (lecturer: DraftLecturer) => onChange([...lecturers, lecturer]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its content.
    <div className="lecturers" role="group" aria-label={label}>
      <span className="lecturers__label">主讲人</span>
      <div className="lecturers__body">
        {lecturers.length > 0 && (
          <ul className="lecturers__list">
            {lecturers.map((lecturer, index) => (
              <li key={lecturer.personnelNo ?? `${lecturer.name} ${lecturer.unitName}`}>
                <Icon name={lecturer.personnelNo ? 'check' : 'users'} size={15} />
                <b>{lecturer.name}</b>
                <span className="soft">
                  {[lecturer.unitName, lecturer.title && TITLES[lecturer.title]].filter(Boolean).join('，')}
                </span>
                <span className="faint mono">{lecturer.personnelNo ?? '没有人员编号，不能授分'}</span>
                <Button
                  type="text"
                  size="small"
                  aria-label={`移除主讲人${lecturer.name}`}
                  icon={<Icon name="close" size={14} />}
                  onClick={() => onChange(lecturers.filter((_, at) => at !== index))}
                />
              </li>
            ))}
          </ul>
        )}
        {lecturers.length < MOST ? (
          <div className="lecturers__add">
            <Segmented
              value={by}
              options={[
                { value: 'number', label: '按人员编号' },
                { value: 'name', label: '按姓名' },
              ]}
              onChange={setBy}
            />
            {by === 'number' ? (
              <LecturerByNumber
                known={lecturers.flatMap(({ personnelNo }) => personnelNo ?? [])}
                onFound={add}
              />
            ) : (
              <LecturerByName onAdd={add} />
            )}
          </div>
        ) : (
          <p className="faint">每门课程最多{MOST}位主讲人</p>
        )}
      </div>
    </div>
  );
}
