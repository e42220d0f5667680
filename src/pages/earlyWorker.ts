/**
 * The inline script that starts a page's first worker while the page itself is still being read. Its
 * element has the address of the worker's script as `data-worker`. Where it fails, the page starts one
 * itself, which then says what is wrong.
 */
export const earlyWorkerScript =
  'try{' +
  "self.earlyWorker=new Worker(document.currentScript.dataset.worker,{type:'module',name:'trainer'});" +
  'earlyWorker.onerror=(e)=>{e.preventDefault();self.earlyWorker=null}' +
  '}catch{}';
