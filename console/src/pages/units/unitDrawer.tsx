import type { UnitRow } from '@common/contract/regionsUnits';
import { Alert, Button, Drawer, Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import { client } from '../../api/session';
import { showAtField } from '../../components/formErrors';
import { RegionCascader } from '../../components/region/regionCascader';
import { useAction } from '../../hooks/useAction';

interface Fields {
  name: string;
  regionCode: string;
  aliases: string[];
  formerNames: string[];
}
interface Props {
  unit: UnitRow | 'new' | null;
  /** The authority's own region. */
  root: string;
  onClose: () => void;
  onSaved: (unit: UnitRow, isNew: boolean) => void;
}

/** Adds a unit, or changes one. What it was called and where it was stays searchable, and the form says so. */
export function UnitDrawer({ unit, root, onClose, onSaved }: Props) {
  const [form] = Form.useForm<Fields>();
  const old = unit === 'new' ? null : unit;
  const name = Form.useWatch('name', form)?.trim();
  const regionCode = Form.useWatch('regionCode', form);

  useEffect(() => {
    if (unit) {
      form.resetFields();
      form.setFieldsValue(
        unit === 'new'
          ? { name: '', regionCode: root.length === 6 ? root : undefined, aliases: [], formerNames: [] }
          : unit,
      );
    }
  }, [unit, root, form]);

  const save = useAction(
    async (fields: Fields) => {
      const saved = old
        ? await client.regionsUnits.updateUnit({ unitId: old.id, shownName: old.name, ...fields })
        : await client.regionsUnits.createUnit(fields);
      onSaved(saved, old === null);
    },
    (error) => showAtField(form, error, { UNIT_EXISTS: 'name' }),
  );

  const kept =
    old &&
    [
      name && name !== old.name && `原名“${old.name}”会记为曾用名，学员输入原名仍能找到。`,
      regionCode && regionCode !== old.regionCode && `学员在原来的“${old.regionName}”下仍能找到这个单位。`,
    ].filter(Boolean);

  return (
    <Drawer
      open={unit !== null}
      size={480}
      title={old ? '修改单位' : '新增单位'}
      onClose={onClose}
      mask={{ closable: !save.busy }}
      footer={
        <div className="drawer-actions">
          <Button onClick={onClose} disabled={save.busy}>
            取消
          </Button>
          <Button type="primary" loading={save.busy} onClick={() => form.submit()}>
            保存
          </Button>
        </div>
      }
    >
      <Form form={form} layout="vertical" onFinish={save.run}>
        <Form.Item
          name="name"
          label="单位名称"
          rules={[
            { required: true, whitespace: true, message: '请填写单位全称' },
            { min: 2, message: '请填写单位全称' },
          ]}
        >
          <Input maxLength={60} placeholder="与医疗机构执业许可证或公章一致的全称" />
        </Form.Item>
        <Form.Item name="regionCode" label="所在区县" rules={[{ required: true, message: '请选择到区县' }]}>
          <RegionCascader root={root} isCounty placeholder="请选择" />
        </Form.Item>
        <Form.Item
          name="aliases"
          label="别名"
          extra="其他叫法，如“县第二人民医院”也是“岩泉镇中心卫生院”。输入一个按回车，可以有多个。"
        >
          <Names placeholder="输入别名后按回车" />
        </Form.Item>
        <Form.Item name="formerNames" label="曾用名" extra="改名前的名称，学员按曾用名也能找到。">
          <Names placeholder="输入曾用名后按回车" />
        </Form.Item>
        {kept && kept.length > 0 && <Alert type="info" showIcon title={kept.join('')} />}
      </Form>
    </Drawer>
  );
}

/** Several names, typed one after another. */
function Names(props: {
  placeholder: string;
  value?: string[];
  onChange?: (names: string[]) => void;
  id?: string;
}) {
  return (
    <Select
      {...props}
      mode="tags"
      open={false}
      suffixIcon={null}
      maxCount={20}
      tokenSeparators={['、', '，', ',', '；', ';']}
    />
  );
}
