import { translatableTexts } from './register/check-translations.ts';
import { loadEntries } from './register/load.ts';
import { writeFileSync } from 'node:fs';
const { entries } = await loadEntries('content');
const jur={};
for (const e of entries.charters) jur[e.id]=e.data.jurisdiction;
const out=[];
for (const [c,list] of Object.entries(entries)) for (const e of list) {
  const t=translatableTexts(c as any,e.data); const have=new Set((e.data.translations??[]).filter(x=>x.language==='sw').map(x=>x.field));
  if((e.data.language??'en')==='sw')continue;
  let j = c==='charters'? jur[e.id] : c==='services'? jur[e.id.split('/')[0]] : (c==='jurisdictions'||c==='finder')?e.id:'';
  for(const [f,x] of t) if(!have.has(f)) out.push({c,id:e.id,file:e.file,j,f,x});
}
writeFileSync('/tmp/kis/missing.json',JSON.stringify(out));
const memory={};
for (const [c,list] of Object.entries(entries)) for (const e of list) {
  const t=translatableTexts(c as any,e.data);
  for(const x of e.data.translations??[]) if(x.language==='sw'&&t.has(x.field)) (memory[t.get(x.field)]??=[]).push(x.text);
}
writeFileSync('/tmp/kis/memory.json',JSON.stringify(memory));
const by=new Map(); for(const o of out){const k=(o.j==='ke'?'ke':o.j==='ng'?'ng':'other');const m=by.get(k)??new Map();by.set(k,m);m.set(o.x,(m.get(o.x)??0)+1)}
for(const[k,m]of by){const u=[...m.keys()].filter(x=>!memory[x]);console.log(k,m.size,'unique, not in memory',u.length,u.join('').length)}
