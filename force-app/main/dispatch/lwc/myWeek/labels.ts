import title from '@salesforce/label/c.MF_Week_Title';
import loading from '@salesforce/label/c.MF_Week_Loading';
import retry from '@salesforce/label/c.MF_Gate_Retry';
import notEngineer from '@salesforce/label/c.MF_Week_Not_Engineer';
import overdue from '@salesforce/label/c.MF_Week_Overdue';
import all from '@salesforce/label/c.MF_Week_All';
import questions from '@salesforce/label/c.MF_Week_Questions';
import previous from '@salesforce/label/c.MF_Week_Previous';
import next from '@salesforce/label/c.MF_Week_Next';
import thisWeek from '@salesforce/label/c.MF_Week_This';
import empty from '@salesforce/label/c.MF_Week_Empty';
import led from '@salesforce/label/c.MF_Week_Led';
import skills from '@salesforce/label/c.MF_Week_Skills';

/** The words of this component in the user's language. */
export const labels = {
  title,
  loading,
  retry,
  notEngineer,
  overdue,
  all,
  questions,
  previous,
  next,
  thisWeek,
  empty,
  led,
  skills,
};
