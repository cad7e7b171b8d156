import { App, Button } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { useAction } from '../../hooks/useAction';
import { DepartmentModal } from '../learners/departmentModal';
import type { LearnerDetail } from './learnerDetail';

/** 科室, whether the unit's list has it, and the way to change it. */
export function DepartmentLine({ person, onChange }: { person: LearnerDetail; onChange: () => void }) {
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const assign = useAction(async (department: string) => {
    await client.learners.assignDepartment({ learnerIds: [person.id], department });
    message.success(department ? `已调整到${department}` : '已清空科室');
    setOpen(false);
    onChange();
  });
  return (
    <div className="identity__line">
      <dt>科室</dt>
      <dd>
        {person.department || <span className="faint">未填写</span>}
        <Guarded permission="approveLearners">
          <Button type="link" className="inline-link" onClick={() => setOpen(true)}>
            调整
          </Button>
        </Guarded>
        <DepartmentModal
          open={isOpen}
          who={person.name}
          now={person.department}
          busy={assign.busy}
          onCancel={() => setOpen(false)}
          onAssign={assign.run}
        />
      </dd>
    </div>
  );
}
