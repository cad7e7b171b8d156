import type { WindowRow } from '@common/contract/applications';
import { levelsSetBy } from '@common/rules/reviewChain';
import { yearOf } from '@common/rules/shanghaiTime';
import {
  codesOf,
  PROJECT_LEVELS,
  type ProjectLevel,
  type RegionLevel,
  WINDOW_KINDS,
  type WindowKind,
} from '@common/terms';
import { App, Form, Input, Modal, Segmented, Select } from 'antd';
import { useEffect } from 'react';
import { client } from '../../api/session';
import { DayPicker } from '../../components/dayPicker';
import { showAtField } from '../../components/formErrors';
import { useAction } from '../../hooks/useAction';

interface Fields {
  kind: WindowKind;
  level: ProjectLevel;
  year: number;
  from: string;
  to: string;
  note: string;
}
interface Props {
  /** `new` for one more, null while closed. */
  subject: WindowRow | 'new' | null;
  /** Of this authority: it may set the levels that it or who is below it reviews. */
  authority: RegionLevel;
  onClose: () => void;
  onSaved: () => void;
}

const options = <T extends string>(list: Record<T, string>) =>
  codesOf(list).map((value) => ({ value: value as T, label: list[value] }));

/** Sets 申报时间 or 备案时间 of a level and year for the authority's region, or changes it. */
export function WindowModal({ subject, authority, onClose, onSaved }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const row = subject === 'new' ? null : subject;
  const thisYear = yearOf(Date.now());
  const levels = levelsSetBy(authority);
  const own = levels.find((level) => level === authority) ?? levels[0];
  const from = Form.useWatch('from', form);
  useEffect(() => {
    if (subject) {
      form.resetFields();
      form.setFieldsValue(
        subject === 'new' ? { kind: 'application', level: own, year: thisYear, note: '' } : subject,
      );
    }
  }, [subject, own, thisYear, form]);

  const save = useAction(
    async (fields: Fields) => {
      await (row
        ? client.applications.updateWindow({ windowId: row.id, ...fields })
        : client.applications.createWindow(fields));
      message.success(
        `${fields.year}年${PROJECT_LEVELS[fields.level]}项目的${WINDOW_KINDS[fields.kind]}已保存`,
      );
      onClose();
      onSaved();
    },
    (error) => showAtField(form, error),
  );
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, row?.year ?? thisYear])].sort();
  return (
    <Modal
      open={subject !== null}
      title={row ? '修改时间' : '设置申报时间'}
      okText="保存"
      okButtonProps={{ loading: save.busy }}
      cancelText="取消"
      mask={{ closable: !save.busy }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form form={form} layout="vertical" onFinish={save.run}>
        <Form.Item
          name="kind"
          label="类型"
          extra="申报时间用于申报新项目，备案时间用于以往公布的项目再次备案"
        >
          <Segmented options={options(WINDOW_KINDS)} />
        </Form.Item>
        <div className="two-fields window-fields">
          <Form.Item name="level" label="项目级别" rules={[{ required: true, message: '请选择项目级别' }]}>
            <Select options={options(PROJECT_LEVELS).filter(({ value }) => levels.includes(value))} />
          </Form.Item>
          <Form.Item name="year" label="项目年份" rules={[{ required: true, message: '请选择年份' }]}>
            <Select options={years.map((value) => ({ value, label: `${value}年` }))} />
          </Form.Item>
          <Form.Item name="from" label="开始日期" rules={[{ required: true, message: '请选择开始日期' }]}>
            <Day label="开始日期" />
          </Form.Item>
          <Form.Item
            name="to"
            label="截止日期（含当日）"
            dependencies={['from']}
            rules={[
              { required: true, message: '请选择截止日期' },
              ({ getFieldValue }) => ({
                validator: (_, to?: string) =>
                  to && getFieldValue('from') && to < getFieldValue('from')
                    ? Promise.reject(new Error('截止日期不能早于开始日期'))
                    : Promise.resolve(),
              }),
            ]}
          >
            <Day label="截止日期" from={from} />
          </Form.Item>
        </div>
        <Form.Item name="note" label="说明（可不填）">
          <Input.TextArea rows={2} maxLength={200} placeholder="单位会看到，例如：每个单位限报5项" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The form gives `value` and `onChange`. */
function Day(props: {
  label: string;
  from?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
}) {
  return <DayPicker {...props} value={props.value ?? null} onChange={(day) => props.onChange?.(day)} />;
}
