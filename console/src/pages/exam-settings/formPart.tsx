import type { FormKind } from '@common/terms';
import { Skeleton } from 'antd';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { useLoad } from '../../hooks/useLoad';
import { FormEditor } from './formEditor';

export interface FormPartProps {
  kind: FormKind;
  /** 上级, or 系统默认 where there is nobody above. */
  aboveName: string;
  onChanged: (part: FormKind, isChanged: boolean) => void;
}

/** 项目评价表 or 调查问卷 of the authority. */
export function FormPart(props: FormPartProps) {
  const load = useLoad(() => client.forms.getForm({ kind: props.kind }), [props.kind]);
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 10 }} />}>
      {(stored) => <FormEditor {...props} stored={stored} />}
    </Loaded>
  );
}
