import type { LearnerSelf } from '@common/contract/learners';
import { PRIVACY_VERSION } from '@common/privacy';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { EducationFields } from '@/components/details-fields/educationFields';
import { OtherFields } from '@/components/details-fields/otherFields';
import { Page } from '@/components/page/page';
import { PageSteps } from '@/components/page-steps/pageSteps';
import { usePhoto } from '@/hooks/usePhoto';
import type { DetailField, DetailsEditor } from '@/services/profileDetails';
import { pageLabel, type RegisterForm } from '@/services/registerForm';
import { BasicsPage } from './basicsPage';
import { ConsentStep } from './consentStep';
import { ContactPage } from './contactPage';
import { Introduction } from './introduction';
import { SubmitBar } from './submitBar';
import { type Register, useRegister } from './useRegister';
import { WorkPage } from './workPage';

interface RegisterPagesProps {
  start: RegisterForm;
  /** Who corrects; null for a new registration. */
  learner: LearnerSelf | null;
}

/** The five pages behind the consent: nothing personal is asked before it is given. */
export function RegisterPages({ start, learner }: RegisterPagesProps) {
  const register = useRegister(start, learner?.id ?? '');
  const { form, isNew, change } = register;
  if (isNew && form.agreed !== PRIVACY_VERSION) {
    return <ConsentStep onAgree={() => change({ agreed: PRIVACY_VERSION })} />;
  }
  return <Pages register={register} learner={learner} />;
}

function editorOf({ form, errors, change }: Register): DetailsEditor {
  return {
    details: form.details,
    errors,
    changeDetails: (part) =>
      change({ details: { ...form.details, ...part } }, ...(Object.keys(part) as DetailField[])),
  };
}

function Pages({ register, learner }: { register: Register; learner: LearnerSelf | null }) {
  const { page, complete, goTo, change } = register;
  // Here and not on its page, so that a chosen photo survives a look at the next one.
  const photo = usePhoto((saved) => change({ photo: saved }, 'photoId'));
  const editor = editorOf(register);
  const hasUnsavedPhoto = photo.picked !== null;
  return (
    <Page className="register" footer={<SubmitBar register={register} hasUnsavedPhoto={hasUnsavedPhoto} />}>
      <View className="register__steps">
        <PageSteps complete={complete} current={page} onGo={goTo} />
      </View>
      <Introduction learner={learner} />
      <Card title={pageLabel(page)} id={`page-${page}`}>
        {page === 'basics' ? <BasicsPage register={register} editor={editor} photo={photo} /> : null}
        {page === 'contact' ? <ContactPage register={register} editor={editor} /> : null}
        {page === 'work' ? <WorkPage register={register} editor={editor} /> : null}
        {page === 'education' ? <EducationFields {...editor} /> : null}
        {page === 'others' ? <OtherFields {...editor} /> : null}
      </Card>
    </Page>
  );
}
