import blocking from '@salesforce/label/c.MF_Check_Blocking';
import mandatory from '@salesforce/label/c.MF_Check_Mandatory';
import points from '@salesforce/label/c.MF_Check_Points';
import owner from '@salesforce/label/c.MF_Check_Owner';
import nobody from '@salesforce/label/c.MF_Check_Nobody';
import due from '@salesforce/label/c.MF_Check_Due';
import expires from '@salesforce/label/c.MF_Check_Expires';
import answer from '@salesforce/label/c.MF_Check_Answer';
import answered from '@salesforce/label/c.MF_Check_Answered';
import close from '@salesforce/label/c.MF_Check_Close';
import done from '@salesforce/label/c.MF_Check_Done';
import reopen from '@salesforce/label/c.MF_Check_Reopen';
import assign from '@salesforce/label/c.MF_Check_Assign';
import assignee from '@salesforce/label/c.MF_Check_Assignee';
import askWaiver from '@salesforce/label/c.MF_Check_Ask_Waiver';
import markFailed from '@salesforce/label/c.MF_Check_Mark_Failed';
import more from '@salesforce/label/c.MF_Check_More';
import evidence from '@salesforce/label/c.MF_Check_Evidence';
import evidenceLink from '@salesforce/label/c.MF_Check_Evidence_Link';
import source from '@salesforce/label/c.MF_Check_Source';
import waivedUntil from '@salesforce/label/c.MF_Check_Waived_Until';
import waiverAsked from '@salesforce/label/c.MF_Check_Waiver_Asked';
import waiverAskedBy from '@salesforce/label/c.MF_Check_Waiver_Asked_By';
import consent from '@salesforce/label/c.MF_Check_Consent';
import approve from '@salesforce/label/c.MF_Check_Approve';
import refuse from '@salesforce/label/c.MF_Check_Refuse';
import yes from '@salesforce/label/c.MF_Yes';
import no from '@salesforce/label/c.MF_No';
import save from '@salesforce/label/c.MF_Save';
import cancel from '@salesforce/label/c.MF_Cancel';

/** The words of this component in the user's language. */
export const labels = {
  blocking,
  mandatory,
  points,
  owner,
  nobody,
  due,
  expires,
  answer,
  answered,
  close,
  done,
  reopen,
  assign,
  assignee,
  askWaiver,
  markFailed,
  more,
  evidence,
  evidenceLink,
  source,
  waivedUntil,
  waiverAsked,
  waiverAskedBy,
  consent,
  approve,
  refuse,
  yes,
  no,
  save,
  cancel,
};
