import type { AuthorityRow } from '@common/contract/regionsUnits';
import { Form, Input, Modal } from 'antd';
import { useEffect } from 'react';
import { client } from '../../api/session';
import { showAtField } from '../../components/formErrors';
import { RegionCascader } from '../../components/region/regionCascader';
import { regionsWithin } from '../../components/region/regions';
import { useAction } from '../../hooks/useAction';

interface Fields {
  name: string;
  regionCode: string;
}
interface Props {
  open: boolean;
  /** The region of the authority above. */
  root: string;
  onClose: () => void;
  onAdded: (row: AuthorityRow) => void;
}

/** 新增下级行政部门: its region, and its name, which is proposed from the region. */
export function AuthorityModal({ open, root, onClose, onAdded }: Props) {
  const [form] = Form.useForm<Fields>();
  useEffect(() => {
    if (open) {
      form.resetFields();
    }
  }, [open, form]);

  const propose = async (code: string) => {
    const siblings = await regionsWithin(code.slice(0, -2)).catch(() => []);
    const region = siblings.find((one) => one.code === code);
    if (region && !form.isFieldTouched('name') && form.getFieldValue('regionCode') === code) {
      form.setFieldValue('name', `${region.name}卫生健康委员会`);
    }
  };
  const add = useAction(
    async (fields: Fields) => onAdded(await client.regionsUnits.createAuthority(fields)),
    (error) => showAtField(form, error, { AUTHORITY_EXISTS: 'regionCode' }),
  );

  return (
    <Modal
      open={open}
      title="新增下级行政部门"
      okText="新增"
      okButtonProps={{ loading: add.busy }}
      mask={{ closable: !add.busy }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={add.run}
        onValuesChange={(change: Partial<Fields>) => change.regionCode && void propose(change.regionCode)}
      >
        <Form.Item
          name="regionCode"
          label="管辖地区"
          extra="选到哪一级，就是哪一级的行政部门；一个地区只有一个。"
          rules={[{ required: true, message: '请选择管辖地区' }]}
        >
          <RegionCascader root={root} placeholder="请选择" />
        </Form.Item>
        <Form.Item
          name="name"
          label="部门名称"
          rules={[{ required: true, whitespace: true, message: '请填写部门全称' }]}
        >
          <Input maxLength={60} placeholder="如：临颍县卫生健康委员会" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
