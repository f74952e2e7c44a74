(()=>{
const d=document,one=s=>d.querySelector(s),all=s=>[...d.querySelectorAll(s)];
const pane=one('#texts'),close=one('.close'),rest=close&&close.textContent,count=one('.count');
const contents=one('.contents'),items=all('.row[class*=k-]');
let used=null;
const at=h=>{try{return d.getElementById(decodeURIComponent(h.slice(1)))}catch{return null}};
const open=()=>{const t=at(location.hash);return t&&pane&&pane.contains(t)?t:null};
const seen=e=>e.getClientRects().length>0;
const tally=()=>{if(!count)return;const n=items.filter(seen).length;
count.textContent=n<items.length?count.dataset.said.replace('{shown}',n):''};
const show=t=>{const row=t&&t.closest('.row[class*=k-]');
if(!row||seen(row))return;
const f=one('.filter');if(f){f.reset();tally()}row.scrollIntoView()};
const mark=()=>{
all('[aria-current]').forEach(a=>a.removeAttribute('aria-current'));
all('.on').forEach(e=>e.classList.remove('on'));
const t=open();
if(!t){show(at(location.hash));if(close)close.textContent=rest;
if(used&&location.hash==='#reading'){const u=used;used=null;u.focus({preventScroll:true})}return}
if(pane.matches('.long'))setTimeout(()=>t.scrollIntoView(),50);
if(t===pane||t.matches('.src'))return;
if(!used||used.hash!==location.hash)used=all('.main a.c').find(a=>a.hash===location.hash&&seen(a))||null;
if(!used)return;
const row=used.closest('.row,tr')||used.parentElement;
const cite=used.matches('.c')?used:[...row.querySelectorAll('.c')].find(a=>a.hash===location.hash);
if(cite)cite.setAttribute('aria-current','true');
row.classList.add('on');
const n=row.dataset.item;
close.textContent=n?close.dataset.item.replace('{n}',n):rest;
if(matchMedia('(max-width:74.99rem)').matches){
const r=row.getBoundingClientRect(),top=pane.getBoundingClientRect().top;
if(r.bottom>top)scrollBy(0,r.bottom-top-4)}
};
const shut=()=>{location.hash='#reading'};
d.addEventListener('click',e=>{
const a=e.target.closest&&e.target.closest('a[href^="#"]');if(!a)return;
if(contents&&contents.contains(a))contents.open=false;
if(a.matches('.return')&&used){const u=used;e.preventDefault();shut();setTimeout(()=>u.focus());return}
if(a.closest('.main'))used=a;
if(a.hash===location.hash)mark();
});
d.addEventListener('keydown',e=>{
if(e.key!=='Escape')return;
if(contents&&contents.open){contents.open=false;contents.firstElementChild.focus()}
else if(open())shut()});
addEventListener('hashchange',mark);
const f=one('.filter');if(f)f.addEventListener('change',tally);
let folded=[];
addEventListener('beforeprint',()=>{folded=all('details:not([open])');folded.forEach(x=>x.open=true)});
addEventListener('afterprint',()=>folded.forEach(x=>x.open=false));
mark();
})();
