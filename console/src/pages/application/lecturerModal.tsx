import { Button, Form, Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { Field } from './field';
import type { Lecturer } from './lecturers';
import { TITLE_OPTIONS } from './titleOptions';

const EMPTY: Lecturer = { name: '', personnelNo: '', title: null, unitName: '' };

interface Props {
  /** `new` for one more, null while closed. */
  lecturer: Lecturer | 'new' | null;
  onClose: () => void;
  onSave: (lecturer: Lecturer) => void;
}

/** A lecturer by 人员编号, from which the rest follows, or written by hand where he has none. */
export function LecturerModal({ lecturer, onClose, onSave }: Props) {
  const [fields, setFields] = useState<Lecturer>(EMPTY);
  const [fault, setFault] = useState<{ name?: string; personnelNo?: string }>({});
  useEffect(() => {
    if (lecturer) {
      setFields(lecturer === 'new' ? EMPTY : lecturer);
      setFault({});
    }
  }, [lecturer]);
  const set = (some: Partial<Lecturer>) => setFields((before) => ({ ...before, ...some }));

  const match = useAction(
    async () => {
      setFault({});
      const found = await client.activities.findLecturer({ personnelNo: fields.personnelNo.trim() });
      set({ ...found, personnelNo: found.personnelNo ?? '' });
    },
    (error) => {
      setFault({ personnelNo: error.message });
      return error.code !== 'NETWORK';
    },
  );
  return (
    <Modal
      open={lecturer !== null}
      title={lecturer === 'new' ? '添加主讲人' : '修改主讲人'}
      okText="确定"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => {
        if (fields.name.trim()) {
          onSave({ ...fields, name: fields.name.trim() });
        } else {
          setFault({ name: '请填写主讲人姓名' });
        }
      }}
    >
      <Form layout="vertical" component="div">
        <Field
          id="lecturer-no"
          label="人员编号"
          fault={fault.personnelNo}
          extra="有人员编号（医通卡号）的，输入后自动匹配姓名、职称和单位，举办后可以按编号授主讲学分"
        >
          <div className="lecturer-no">
            <Input
              id="lecturer-no"
              value={fields.personnelNo}
              maxLength={20}
              inputMode="numeric"
              placeholder="没有可不填"
              onChange={(event) => set({ personnelNo: event.target.value })}
              onPressEnter={() => match.run()}
            />
            <Button
              loading={match.busy}
              disabled={fields.personnelNo.trim() === ''}
              onClick={() => match.run()}
            >
              匹配
            </Button>
          </div>
        </Field>
        <div className="two-fields">
          <Field id="lecturer-name" label="姓名" isRequired fault={fault.name}>
            <Input
              id="lecturer-name"
              value={fields.name}
              maxLength={40}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Field>
          <Field id="lecturer-title" label="职称">
            <Select
              id="lecturer-title"
              value={fields.title}
              options={TITLE_OPTIONS}
              placeholder="请选择"
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(title) => set({ title: title ?? null })}
            />
          </Field>
        </div>
        <Field id="lecturer-unit" label="所在单位">
          <Input
            id="lecturer-unit"
            value={fields.unitName}
            maxLength={100}
            onChange={(event) => set({ unitName: event.target.value })}
          />
        </Field>
      </Form>
    </Modal>
  );
}
