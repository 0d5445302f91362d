const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** First half of a made-up migration name. */
export const adjectives = words(`
  agile amber ample azure balmy blithe bold brave breezy bright brisk broad calm candid careful cheerful chilly civil
  clean clever coastal cosy crisp curious daring dapper deep deft eager early earnest easy fabled fair faithful fearless
  fleet fluent fond frank fresh frosty gentle gilded glad golden graceful grand handy happy hardy hazel hearty humble
  ivory jade jolly jovial keen kind lively loyal lucid lucky lunar mellow merry mighty misty modest mossy neat nimble
  noble novel olive open patient placid plucky polite proud quick quiet rapid ready robust rosy royal rustic sage sandy
  scarlet serene sharp shiny silent silver sleek smooth snowy solar solid steady stellar sturdy subtle sunny swift tall
  tidy tender tranquil trusty upbeat valiant velvet vivid warm wise witty woven young zesty
`)

/** Second half of a made-up migration name. */
export const nouns = words(`
  alder anchor arbour aspen aurora badger barge basin bay beacon beaver birch bison bluff bridge brook buoy canal canoe
  canyon cascade cedar cliff comet compass coral cove crane creek current cypress dam delta dock dolphin dory drift dune
  eddy egret elm estuary falcon fern ferry fjord ford fountain gannet glacier glade grebe grove gull harbour harvest
  heron hollow inlet island jetty kayak kestrel kingfisher knoll lagoon lake lantern larch lark lock loom lynx mallard
  maple marlin marsh meadow mill mooring moraine oak oar ocean orchard osprey otter oyster paddle pebble pelican petrel
  pier pike pine plover pond poplar quarry quay rapids raven reed reef ridge ripple river rowan rudder sail salmon
  schooner shoal shore sparrow spring starling stream summit swallow swan tarn teal tern thicket tide torrent trout
  tugboat valley vessel wagtail water wave weir wharf willow wren
`)
